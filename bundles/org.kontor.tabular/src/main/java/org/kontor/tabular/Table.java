/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileFormat;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportMapping;

/**
 * A file of rows under a header, read row by row in bounded memory; empty rows are passed over. What is wrong with the
 * file as a whole is told by a {@link KontorException} ({@code malformed_body}, {@code body_too_large},
 * {@code invalid_input}), when it is opened or on the way. Not thread-safe.
 */
public abstract class Table implements Iterator<TableRow>, Closeable {
    /** Longest cell, and longest row of a CSV file, in characters. */
    static final int MAX_TEXT = 100_000;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    Table() {}

    /** Opens a file as what its first bytes say it is; its name does not matter. */
    public static Table open(Path file, FileOptions options) throws IOException {
        byte[] magic;
        try (InputStream in = Files.newInputStream(file)) {
            magic = in.readNBytes(4);
        }
        if (Arrays.equals(magic, OLE2)) {
            throw malformed(
                    "The file is an old or encrypted Excel file. Save it as .xlsx without a password, or as CSV.");
        }
        return Arrays.equals(magic, ZIP) ? XlsxTable.read(file, options) : CsvTable.read(file, options);
    }

    public abstract FileFormat format();

    /** As it stands in the file, without white space around it; empty text for a column without one. */
    public abstract List<String> header();

    /** Share of the file that was read, 0 to 1. */
    public abstract double done();

    static List<String> checked(List<String> header) {
        if (header.size() > ImportMapping.MAX_COLUMNS) {
            throw new KontorException(
                    ErrorCode.BODY_TOO_LARGE, "A file may have at most " + ImportMapping.MAX_COLUMNS + " columns.");
        }
        return header.stream().map(String::strip).toList();
    }

    static KontorException malformed(String message) {
        return new KontorException(ErrorCode.MALFORMED_BODY, message);
    }

    static String sizeProblem(int cells, int columns) {
        return "The row has " + cells + " columns, the header " + columns + ".";
    }
}
