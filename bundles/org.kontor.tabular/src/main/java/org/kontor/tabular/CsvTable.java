/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.BoundedInputStream;

import org.kontor.api.imports.FileFormat;
import org.kontor.api.imports.FileOptions;

/** A CSV file (RFC 4180); delimiter and encoding are found out. */
final class CsvTable extends Table {
    private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    private final long size;
    private final BoundedInputStream bytes;
    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final FileFormat format;
    private final List<String> header;
    /** The line that the last readable row ends in. */
    private long lastRow;

    private TableRow next;
    private boolean broken;

    static CsvTable read(Path file, FileOptions options) throws IOException {
        Charset encoding = Encodings.of(file, options.encoding());
        BoundedInputStream bytes = BoundedInputStream.builder()
                .setInputStream(Files.newInputStream(file))
                .get();
        try {
            return new CsvTable(Files.size(file), bytes, encoding, options.delimiter());
        } catch (RuntimeException | IOException e) {
            bytes.close();
            throw e;
        }
    }

    private CsvTable(long size, BoundedInputStream bytes, Charset encoding, String delimiter) throws IOException {
        this.size = size;
        this.bytes = bytes;
        BufferedReader text = new BufferedReader(new InputStreamReader(
                BOMInputStream.builder().setInputStream(bytes).get(),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        char between;
        try {
            between = delimiter == null ? Delimiters.of(text) : delimiter.charAt(0);
        } catch (CharacterCodingException e) {
            throw notEncoded(encoding.name());
        }
        this.format = new FileFormat("csv", String.valueOf(between), encoding.name(), List.of(), null);
        this.reader = new BoundedReader(text);
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(between)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader);
        this.rows = parser.iterator();
        this.header = readable(() -> {
            if (!rows.hasNext()) {
                throw malformed("The file is empty; its first line must name the columns.");
            }
            lastRow = parser.getCurrentLineNumber();
            return checked(rows.next().toList());
        });
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public double done() {
        return size == 0 ? 1 : Math.min(1, (double) bytes.getCount() / size);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !broken && readable(rows::hasNext)) {
            next = readable(this::read);
        }
        return next != null;
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TableRow row = next;
        next = null;
        return row;
    }

    /** Null for a row with nothing in it. */
    private TableRow read() {
        CSVRecord row = rows.next();
        long end = parser.getCurrentLineNumber();
        lastRow = end;
        reader.nextRow();
        List<String> cells = row.toList();
        if (TableRow.isEmpty(cells)) {
            return null;
        }
        return new TableRow(
                end - breaks(row),
                cells,
                cells.size() == header.size() ? null : sizeProblem(cells.size(), header.size()));
    }

    /** Line breaks inside quotes: a row is told by the line that it begins in. */
    private static long breaks(CSVRecord row) {
        return row.stream()
                .mapToLong(value -> BREAK.matcher(value).results().count())
                .sum();
    }

    private interface Reading<T> {
        T read();
    }

    /** What the library throws while it reads, in words for the person who sent the file. */
    private <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true; // told once
            Throwable cause = e.getCause();
            if (cause instanceof CharacterCodingException) {
                throw notEncoded(format.encoding());
            }
            if (cause instanceof BoundedReader.RowTooLongException
                    || e instanceof IllegalStateException
                    || cause instanceof CSVException) {
                throw malformed("The file is not proper CSV near line " + (lastRow + 1)
                        + ": a quote that is not closed, or a row of more than " + MAX_TEXT + " characters.");
            }
            throw e;
        }
    }

    private static RuntimeException notEncoded(String encoding) {
        return malformed("The file is not " + encoding + ", as was said.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
