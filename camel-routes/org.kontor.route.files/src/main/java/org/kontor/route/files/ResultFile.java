/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.kontor.api.imports.ImportListener.RowResult;
import org.kontor.api.sync.ItemResult;

/**
 * What became of every row, as CSV beside the file: line, external id, outcome, id, code, error, message. It appears under
 * its name when it is complete. Not thread-safe.
 */
final class ResultFile {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS");

    private final Path target;
    private final Path growing;
    private final CSVPrinter printer;

    ResultFile(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        target = folder.resolve(LocalDateTime.now().format(TIME) + "-" + name);
        growing = folder.resolve("." + target.getFileName() + ".part");
        Writer writer = Files.newBufferedWriter(growing);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord("line", "externalId", "outcome", "id", "code", "error", "message");
    }

    void write(List<RowResult> rows) throws IOException {
        for (RowResult row : rows) {
            ItemResult result = row.result();
            printer.printRecord(
                    row.line(),
                    result.externalId(),
                    result.outcome().name().toLowerCase(java.util.Locale.ROOT),
                    result.recordId(),
                    result.code(),
                    result.error(),
                    message(result));
        }
    }

    private static String message(ItemResult result) {
        return result.violations().isEmpty()
                ? result.message()
                : result.violations().stream()
                        .map(violation -> violation.field() + ": " + violation.message()
                                + (violation.value() == null ? "" : " (" + violation.value() + ")"))
                        .collect(Collectors.joining(" "));
    }

    void finish() throws IOException {
        printer.close(true);
        Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Says why the rest of the file was not taken in. */
    void fail(String message) throws IOException {
        printer.printRecord("", "", "failed", "", "", "unreadable_file", message);
        finish();
    }
}
