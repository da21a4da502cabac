/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mapping files of a directory, for example {@code etc/kontor/mappings} (requirement S4). Has no thread: whoever asks looks
 * at the directory by modification time and size. Thread-safe.
 */
public final class MappingFiles {
    /** What more there is in the directory is not looked at. */
    public static final int MAX_FILES = 500;

    private static final String SUFFIX = ".yaml";

    private final Path directory;
    private SortedMap<String, Seen> seen = new TreeMap<>();

    /**
     * A file as it is now.
     *
     * @param name without {@code .yaml}: {@code CONNECTION-customer}
     * @param mapping the last good one; null when there was none yet
     * @param errors of the version in the directory; when there are some, the mapping is that of an earlier version
     */
    public record State(String name, Mapping mapping, List<MappingError> errors) {
        public State {
            errors = List.copyOf(errors);
        }
    }

    private record Seen(FileTime changed, long size, State state) {}

    /** @param directory need not exist yet */
    public MappingFiles(Path directory) {
        this.directory = directory;
    }

    /** All files, by name; reads those that are new or changed since it was asked last. */
    public synchronized SortedMap<String, State> current() {
        SortedMap<String, Seen> now = new TreeMap<>();
        for (Path path : files()) {
            String name = path.getFileName().toString().replaceFirst("\\.yaml$", "");
            now.put(name, look(path, name, seen.get(name)));
        }
        seen = now;
        SortedMap<String, State> states = new TreeMap<>();
        now.forEach((name, file) -> states.put(name, file.state()));
        return Collections.unmodifiableSortedMap(states);
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException e) {
            // as a file that cannot be read: what was good stays
            return seen.keySet().stream()
                    .map(name -> directory.resolve(name + SUFFIX))
                    .toList();
        }
    }

    private static Seen look(Path path, String name, Seen before) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            FileTime changed = attributes.lastModifiedTime();
            if (before != null && before.changed().equals(changed) && before.size() == attributes.size()) {
                return before;
            }
            return new Seen(changed, attributes.size(), read(path, name, attributes.size(), before));
        } catch (IOException e) {
            return new Seen(FileTime.fromMillis(0), -1, broken(path, name, before, "unreadable", "Cannot be read."));
        }
    }

    private static State read(Path path, String name, long size, Seen before) throws IOException {
        if (size > MappingReader.MAX_LENGTH) {
            return broken(path, name, before, "too_large", "Larger than " + MappingReader.MAX_LENGTH + " bytes.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            return broken(path, name, before, "encoding", "Is not UTF-8.");
        }
        MappingReading reading = Mapping.read(path.getFileName().toString(), text);
        if (!reading.errors().isEmpty()) {
            return new State(name, good(before), reading.errors());
        }
        String type = reading.mapping().type().key();
        return name.endsWith("-" + type) && name.length() > type.length() + 1
                ? new State(name, reading.mapping(), List.of())
                : broken(path, name, before, "file_name", "Its name must be CONNECTION-" + type + SUFFIX + ".");
    }

    private static State broken(Path path, String name, Seen before, String rule, String message) {
        return new State(
                name, good(before), List.of(new MappingError(path.getFileName().toString(), 1, 1, "", rule, message)));
    }

    private static Mapping good(Seen before) {
        return before == null ? null : before.state().mapping();
    }
}
