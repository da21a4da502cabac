/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileFormat;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportMapping;

/**
 * One sheet of an XLSX file (ISO/IEC 29500). The header is the first row with two cells or more, so that a title above it
 * does not count; what stands above is passed over.
 */
final class XlsxTable extends Table {
    /** Rows with a single cell that may stand above the header. */
    private static final int MAX_TITLES = 20;

    /** A row, its empty cells included. */
    private record Cells(long line, List<String> texts, String problem) {
        long filled() {
            return texts.stream().filter(text -> !text.isBlank()).count();
        }
    }

    private final XlsxWorkbook workbook;
    private final FileFormat format;
    private final XlsxTexts texts;
    private final XlsxStyles styles;
    private final XlsxPackage.Part bytes;
    private final Xml xml;
    private final Deque<Cells> ahead = new ArrayDeque<>();
    private final List<String> header;
    private long line;
    private boolean ended;

    static XlsxTable read(Path file, FileOptions options) throws IOException {
        XlsxPackage parts = new XlsxPackage(file);
        try {
            return new XlsxTable(new XlsxWorkbook(parts), options.sheet());
        } catch (RuntimeException | IOException e) {
            parts.close();
            throw e;
        }
    }

    private XlsxTable(XlsxWorkbook workbook, String name) throws IOException {
        this.workbook = workbook;
        XlsxWorkbook.Sheet sheet = workbook.sheet(name);
        this.format = new FileFormat("xlsx", null, null, workbook.names(), sheet.name());
        this.texts = workbook.texts();
        this.styles = workbook.styles();
        this.bytes = workbook.open(sheet);
        this.xml = new Xml(bytes);
        while (xml.nextStart()) {
            if (xml.is("sheetData")) {
                break;
            }
        }
        this.header = findHeader();
    }

    private List<String> findHeader() {
        Deque<Cells> titles = new ArrayDeque<>();
        Cells row = read();
        while (row != null && row.filled() < 2 && titles.size() < MAX_TITLES) {
            titles.add(row);
            row = read();
        }
        if (row == null || row.filled() < 2) { // a table of a single column
            if (row != null) {
                titles.add(row);
            }
            row = titles.poll();
            ahead.addAll(titles);
        }
        if (row == null) {
            throw malformed("The sheet '" + format.sheet() + "' is empty; its first row must name the columns.");
        }
        return checked(row.texts);
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
        return bytes.done();
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            Cells row = read();
            if (row != null) {
                ahead.add(row);
            }
        }
        return !ahead.isEmpty();
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Cells row = ahead.remove();
        List<String> cells = new ArrayList<>(row.texts);
        if (cells.size() > header.size()) {
            return new TableRow(row.line, cells, sizeProblem(cells.size(), header.size()));
        }
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return new TableRow(row.line, cells, row.problem);
    }

    /** The next row that is not empty, without empty cells at its end; null at the end of the sheet. */
    private Cells read() {
        while (!ended) {
            if (!xml.nextStartIn("sheetData")) {
                ended = true;
            } else if (xml.is("row")) {
                line = xml.number("r", (int) line + 1);
                Cells row = row();
                if (row.problem != null || row.filled() > 0) {
                    return row;
                }
            }
        }
        return null;
    }

    private Cells row() {
        List<String> cells = new ArrayList<>();
        String problem = null;
        int last = -1;
        while (xml.nextStartIn("row")) {
            if (!xml.is("c")) {
                continue;
            }
            String place = xml.attribute("r");
            int column = place == null ? last + 1 : column(place);
            last = column;
            Cell cell = cell(place == null ? "in row " + line : place);
            problem = problem == null ? cell.problem : problem;
            if (cell.text.isBlank()) {
                continue;
            }
            if (column >= ImportMapping.MAX_COLUMNS) {
                throw new KontorException(
                        ErrorCode.BODY_TOO_LARGE, "A file may have at most " + ImportMapping.MAX_COLUMNS + " columns.");
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, cell.text);
        }
        return new Cells(line, cells, problem);
    }

    /** {@code AB12} → 27; whatever is no column is one too many. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z'; i++) {
            column = column * 26 + place.charAt(i) - 'A' + 1;
            if (column > ImportMapping.MAX_COLUMNS) {
                return ImportMapping.MAX_COLUMNS;
            }
        }
        if (column == 0) {
            throw Xml.broken();
        }
        return column - 1;
    }

    private record Cell(String text, String problem) {}

    private Cell cell(String place) {
        String type = xml.attribute("t");
        int style = xml.number("s", -1);
        String value = null;
        boolean formula = false;
        while (xml.nextStartIn("c")) {
            if (xml.is("v")) {
                value = xml.text();
            } else if (xml.is("is")) {
                value = XlsxTexts.text(xml, "is");
            } else if (xml.is("f")) {
                formula = true;
                xml.text();
            }
        }
        if (value == null || value.isEmpty()) {
            return new Cell(
                    "",
                    formula && !"str".equals(type)
                            ? "The cell " + place + " is a formula without a result; open the file and save it again."
                            : null);
        }
        return switch (type == null ? "n" : type) {
            case "s" -> new Cell(texts.get(value.strip()), null);
            case "inlineStr", "d" -> new Cell(value, null);
            case "str" -> new Cell(XlsxTexts.unescape(value), null);
            case "b" -> new Cell(value.strip().equals("1") ? "true" : "false", null);
            case "e" -> new Cell("", "The cell " + place + " holds the error " + value.strip() + ".");
            case "n" -> new Cell(styles.text(value, style), null);
            default -> throw Xml.broken();
        };
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            xml.close();
        }
    }
}
