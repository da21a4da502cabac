/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells which files of a directory are new, changed or gone, by modification time and size. A file that may still be being
 * written is told as soon as it rests. Has no thread: whoever asks looks. Not thread-safe.
 */
public final class ChangedFiles {
    /** A file rests when nothing was written to it for so long, or it looks as it did when it was looked at before. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Path directory;
    private final Predicate<String> names;
    private final int max;
    private final Map<Path, Stat> told = new TreeMap<>();
    private Map<Path, Stat> before = new TreeMap<>();

    private record Stat(FileTime changed, long size) {}

    /**
     * What is otherwise than when it was asked last; the order is that of the names.
     *
     * @param changed files that are new or changed
     * @param gone files that were told before, and are not there any more
     */
    public record Changes(List<Path> changed, List<Path> gone) {}

    /**
     * @param directory need not exist yet
     * @param names whether a file of that name counts
     * @param max how many files count; of more, the first ones by name
     */
    public ChangedFiles(Path directory, Predicate<String> names, int max) {
        this.directory = directory;
        this.names = names;
        this.max = max;
    }

    /** @throws IOException when the directory cannot be read; what was told before still counts then */
    public Changes look() throws IOException {
        Map<Path, Stat> now = stats();
        List<Path> gone =
                told.keySet().stream().filter(path -> !now.containsKey(path)).toList();
        told.keySet().removeAll(gone);
        List<Path> changed = new ArrayList<>();
        Instant restedSince = Instant.now().minus(REST);
        now.forEach((path, stat) -> {
            boolean rests =
                    stat.equals(before.get(path)) || stat.changed().toInstant().isBefore(restedSince);
            if (rests && !stat.equals(told.get(path))) {
                told.put(path, stat);
                changed.add(path);
            }
        });
        before = now;
        return new Changes(List.copyOf(changed), gone);
    }

    private Map<Path, Stat> stats() throws IOException {
        Map<Path, Stat> stats = new TreeMap<>();
        for (Path path : files()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    stats.put(path, new Stat(attributes.lastModifiedTime(), attributes.size()));
                }
            } catch (NoSuchFileException e) {
                // went meanwhile
            }
        }
        return stats;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(path -> names.test(path.getFileName().toString()))
                    .sorted(Comparator.naturalOrder())
                    .limit(max)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }
}
