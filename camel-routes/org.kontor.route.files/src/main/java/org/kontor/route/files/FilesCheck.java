/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.ImportRequest;
import org.kontor.camel.CheckFailedException;
import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;

/** The steps from the folder to the first file that waits in it. For one check. */
final class FilesCheck {
    private static final int MOST_FILES = 1000;
    private static final int MOST_NAMED = 5;

    private final Connection connection;
    private final Path folder;
    private final FileImports imports;
    private List<Path> waiting = List.of();

    FilesCheck(Connection connection, Path folder, FileImports imports) {
        this.connection = connection;
        this.folder = folder;
        this.imports = imports;
    }

    List<CheckStep> steps() {
        return List.of(
                CheckStep.needed(
                        "folder",
                        "Make the folder, or mend the setting 'folder'; a connection that starts makes it, too.",
                        this::look),
                CheckStep.needed(
                        "permissions",
                        "Give the user that runs Kontor the right to read, write and move files there.",
                        this::permitted),
                CheckStep.needed("list files", "Look into the folder as the user that runs Kontor.", this::list),
                CheckStep.apart(
                        "file names", "Rename the files: customers… or locations…, .csv or .xlsx.", this::named),
                CheckStep.needed(
                        "first file",
                        "Mend the file, or say what its columns mean: kontor:customer-import --dry-run shows it.",
                        this::first));
    }

    private String look() {
        if (!Files.isDirectory(folder)) {
            throw new CheckFailedException(
                    Files.exists(folder) ? folder + " is not a folder." : "There is no folder " + folder + ".");
        }
        return folder.toString();
    }

    private String permitted() {
        for (Path each : List.of(folder, folder.resolve("done"), folder.resolve("failed"), folder.resolve("results"))) {
            if (Files.exists(each) && !(Files.isReadable(each) && Files.isWritable(each) && Files.isExecutable(each))) {
                throw new CheckFailedException(each + " cannot be read and written.");
            }
        }
        return "readable and writable";
    }

    private String list() {
        try (Stream<Path> files = Files.list(folder)) {
            waiting = files.filter(file -> Files.isRegularFile(file)
                            && isTaken(file.getFileName().toString()))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new CheckFailedException("The folder cannot be listed: " + e.getMessage());
        }
        return waiting.isEmpty() ? "no file waits" : waiting.size() + " waiting";
    }

    private static boolean isTaken(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return !small.startsWith(".") && (small.endsWith(".csv") || small.endsWith(".xlsx"));
    }

    private String named() {
        List<String> wrong = waiting.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> FilesRoutes.type(name).isEmpty())
                .toList();
        if (!wrong.isEmpty()) {
            throw new CheckFailedException("Not known what they hold: "
                    + String.join(", ", wrong.subList(0, Math.min(MOST_NAMED, wrong.size())))
                    + (wrong.size() > MOST_NAMED ? ", …" : "."));
        }
        return "all can be told";
    }

    private String first() {
        for (Path file : waiting) {
            String name = file.getFileName().toString();
            var type = FilesRoutes.type(name);
            if (type.isPresent()) {
                ImportPreview preview = imports.preview(
                        connection.synchronisation().caller(connection.name()),
                        ImportRequest.of(type.get(), connection.name(), name),
                        file);
                if (!preview.ready()) {
                    throw new CheckFailedException(name + ": "
                            + (preview.unknown().isEmpty()
                                    ? "there is no column code or externalId."
                                    : "columns that are not known: " + String.join(", ", preview.unknown()) + "."));
                }
                return name + ": " + preview.total() + (preview.total() == 1 ? " row" : " rows") + ", they would be "
                        + preview.estimate() + "; nothing was stored";
            }
        }
        return "no file to look at";
    }
}
