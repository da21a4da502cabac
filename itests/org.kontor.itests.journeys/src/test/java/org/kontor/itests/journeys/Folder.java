/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;

/** A connection of the kind files, with a folder of its own, and what comes of files dropped into it. */
final class Folder {
    static final Duration DEADLINE = Duration.ofSeconds(120);

    final String name;
    final Path path;
    private final KontorProcess kontor;

    Folder(KontorProcess kontor, String prefix) {
        this.kontor = kontor;
        this.name = Unique.word(prefix);
        this.path = kontor.home.resolve("folders").resolve(name);
    }

    /** Starts the connection, or changes its settings; returns when the state is the one that is meant. */
    JsonNode connect(String state, String... settings) throws Exception {
        configure(settings);
        return Await.value("connection " + name + " is " + state, DEADLINE, () -> {
            JsonNode status = status();
            return status != null && status.path("state").asText().equals(state) ? status : null;
        });
    }

    /** Writes the settings, and does not wait until they count. */
    void configure(String... settings) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("connector", "files");
        all.put("folder", path.toString());
        all.put("poll", "200ms");
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        kontor.connection(name, all);
    }

    Folder open(String... settings) throws Exception {
        connect("IDLE", settings);
        return this;
    }

    /** Null when there is no such connection. */
    JsonNode status() throws Exception {
        for (JsonNode one : kontor.api().get("/connections").json().path("items")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return null;
    }

    List<JsonNode> runs() throws Exception {
        return kontor.api().all("/runs?connection=" + name);
    }

    /** Drops a file and gives its run as soon as that has ended and the file has left the folder. */
    JsonNode take(String file, String text) throws Exception {
        return take(file, text.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode take(String file, byte[] bytes) throws Exception {
        Set<String> before = new HashSet<>();
        runs().forEach(run -> before.add(run.path("id").asText()));
        drop(file, bytes);
        return ended(file, before);
    }

    /** The run that reads the file and is none of those before, at its end. */
    JsonNode ended(String file, Set<String> before) throws Exception {
        List<JsonNode> last = new ArrayList<>();
        try {
            return Await.value(file + " is taken in", DEADLINE, () -> ended(file, before, last));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; runs: " + last + ", before: " + before + ", " + status(), e);
        }
    }

    private JsonNode ended(String file, Set<String> before, List<JsonNode> last) throws Exception {
        last.clear();
        last.addAll(runs());
        for (JsonNode run : last) {
            if (!before.contains(run.path("id").asText())
                    && run.path("source").asText().equals(file)
                    && !run.path("state").asText().equals("RUNNING")
                    && !Files.exists(path.resolve(file))) {
                return run;
            }
        }
        return null;
    }

    void drop(String file, byte[] bytes) throws IOException {
        Files.createDirectories(path);
        Path growing = Files.write(path.resolve("." + file), bytes);
        Files.move(growing, path.resolve(file));
    }

    /** What stands in {@code done}, {@code failed} or {@code results} for a file, oldest first. */
    List<Path> kept(String where, String file) throws IOException {
        Path folder = path.resolve(where);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.getFileName().toString().endsWith("-" + file))
                    .sorted()
                    .toList();
        }
    }

    /** The lines of the newest result file, without its header. */
    List<String> result(String file) throws IOException {
        List<Path> results = kept("results", file);
        List<String> lines = Files.readAllLines(results.get(results.size() - 1));
        return lines.subList(1, lines.size());
    }
}
