/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;

/**
 * A CSV file (RFC 4180; UTF-8, with or without byte order mark; columns by header) read batch by batch, in bounded memory.
 * Its name says what it holds: {@code customers*.csv} or {@code locations*.csv}. Not thread-safe.
 */
final class CsvFile implements Iterator<CsvFile.Rows>, Closeable {
    /** A row longer than this has most likely an opening quote too many. */
    private static final int MAX_ROW = 100_000;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    private final Path file;
    private final int batch;
    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final Columns columns;
    /** The line that the last readable row ends in. */
    private long lastRow;

    private boolean broken;

    /** Rows of a file and the records they tell of, in the same order. */
    record Rows(List<Long> lines, List<SourceRecord> records) {}

    /** @throws UnreadableFileException when name or header do not fit, or it is not UTF-8 */
    CsvFile(Path file, int batch) throws IOException {
        String name = file.getFileName().toString();
        RecordType type = type(name)
                .orElseThrow(() ->
                        new UnreadableFileException("The name '" + name + "' must begin with customers or locations."));
        this.file = file;
        this.batch = batch;
        this.reader = new BoundedReader(decode(Files.newInputStream(file)));
        try {
            this.parser = FORMAT.parse(reader);
            this.rows = parser.iterator();
            this.columns = readable(() -> {
                if (!rows.hasNext()) {
                    throw new UnreadableFileException("The file is empty; its first line must name the columns.");
                }
                lastRow = parser.getCurrentLineNumber();
                return new Columns(type, rows.next().toList());
            });
        } catch (RuntimeException | IOException e) {
            reader.close();
            throw e;
        }
    }

    static Optional<RecordType> type(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.startsWith("customers")) {
            return Optional.of(RecordType.CUSTOMER);
        }
        return name.startsWith("locations") ? Optional.of(RecordType.LOCATION) : Optional.empty();
    }

    private static Reader decode(InputStream bytes) throws IOException {
        return new InputStreamReader(
                BOMInputStream.builder().setInputStream(bytes).get(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public boolean hasNext() {
        return !broken && readable(rows::hasNext);
    }

    /** The next rows: at most a batch, and no record twice, so that a line can be told from the other. */
    @Override
    public Rows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return readable(() -> {
            List<Long> lines = new ArrayList<>();
            List<SourceRecord> records = new ArrayList<>();
            while (records.size() < batch && rows.hasNext()) {
                long end = parser.getCurrentLineNumber();
                CSVRecord row = rows.next();
                long line = end - breaks(row);
                lastRow = end;
                reader.nextRow();
                lines.add(line);
                records.add(columns.record(line, row));
            }
            return new Rows(lines, records);
        });
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

    /** What the library throws while it reads, in words for the person who dropped the file. */
    private <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true; // told once; Camel asks again while it cleans up
            long line = lastRow + 1;
            Throwable cause = e.getCause();
            if (cause instanceof CharacterCodingException) {
                throw new UnreadableFileException("The file is not UTF-8 (line " + firstBroken() + ").");
            }
            if (cause instanceof BoundedReader.RowTooLongException
                    || e instanceof IllegalStateException
                    || cause instanceof CSVException) {
                throw new UnreadableFileException("The file is not proper CSV near line " + line
                        + ": a quote that is not closed, or a row of more than " + MAX_ROW + " characters.");
            }
            throw e;
        }
    }

    /** The line of the first bytes that are not UTF-8; the reader was ahead of the parser when it met them. */
    private long firstBroken() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        CharBuffer text = CharBuffer.allocate(8192);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            int count;
            boolean broken;
            do {
                count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                broken = decoder.decode(bytes, text, count < 0).isError();
                line += text.flip().chars().filter(one -> one == '\n').count();
                text.clear();
                bytes.compact();
            } while (!broken && count >= 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Ends a row that grows without end. */
    private static final class BoundedReader extends Reader {
        private final Reader source;
        private long sinceRow;

        BoundedReader(Reader source) {
            this.source = source;
        }

        void nextRow() {
            sinceRow = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = source.read(buffer, offset, length);
            sinceRow += Math.max(count, 0);
            if (sinceRow > MAX_ROW + length) {
                throw new RowTooLongException();
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }

        static final class RowTooLongException extends IOException {
            private static final long serialVersionUID = 1L;
        }
    }

    static Set<String> duplicates(List<String> names) {
        Set<String> met = new HashSet<>();
        Set<String> twice = new HashSet<>();
        names.forEach(name -> {
            if (!met.add(name)) {
                twice.add(name);
            }
        });
        return twice;
    }
}
