/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;

/** The folder of route files of a Kontor, and the files that docs/write-a-route.md shows. */
final class RouteFiles {
    static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Path PAGE = Path.of(System.getProperty("kontor.docs")).resolve("write-a-route.md");

    private final KontorProcess kontor;
    private final Path folder;

    RouteFiles(KontorProcess kontor) {
        this.kontor = kontor;
        this.folder = kontor.karaf.resolve("etc/kontor/routes");
    }

    /** The block of the page behind the file's name. */
    static String shown(String file) throws IOException {
        Matcher block = Pattern.compile("(?s)`etc/kontor/routes/" + Pattern.quote(file) + "`\n\n```\\w+\n(.*?)```")
                .matcher(Files.readString(PAGE));
        if (!block.find()) {
            throw new AssertionError(PAGE + " does not show " + file);
        }
        return block.group(1);
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.writeString(folder.resolve("." + file + ".new"), text);
        Files.move(fresh, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** How the connection of that name does; null when there is none. */
    JsonNode status(String name) throws Exception {
        for (JsonNode one : kontor.api().get("/connections").json().path("items")) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return null;
    }

    JsonNode await(String name, String state) throws Exception {
        return Await.value(name + " is " + state, DEADLINE, () -> {
            JsonNode status = status(name);
            return status != null && status.path("state").asText().equals(state) ? status : null;
        });
    }
}
