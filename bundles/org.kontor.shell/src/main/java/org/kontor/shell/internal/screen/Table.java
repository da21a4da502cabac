/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.util.ArrayList;
import java.util.List;

import org.jline.utils.AttributedString;

/**
 * A table that fits the terminal: what is too long ends in {@code …}. Widths are those of the terminal, where a letter may
 * take two columns or none; Karaf's own table counts {@code char}s and does not shorten. Stateless.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 4;

    private Table() {}

    /** @param width in columns, or 0 for as wide as it gets */
    static List<String> lines(List<Column> columns, List<List<String>> rows, int width) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toList());
        rows.forEach(row -> cells.add(row.stream().map(Table::oneLine).toList()));
        int[] widths = fit(columns, cells, width);
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            lines.add(line(columns, row, widths));
            if (lines.size() == 1) {
                lines.add(line(columns, underlines(widths), widths));
            }
        }
        return width == 0
                ? lines
                : lines.stream().map(line -> shorten(line, width)).toList();
    }

    private static String oneLine(String cell) {
        return cell == null ? "" : Screen.printable(cell.replace("\n", " / "));
    }

    private static int[] fit(List<Column> columns, List<List<String>> cells, int width) {
        int[] widths = new int[columns.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Screen.columns(row.get(i)));
            }
        }
        if (width > 0) {
            int tooMuch = (widths.length - 1) * GAP.length() - width;
            for (int columnWidth : widths) {
                tooMuch += columnWidth;
            }
            while (tooMuch > 0) {
                int widest = widest(columns, widths);
                if (widest < 0) {
                    break;
                }
                widths[widest]--;
                tooMuch--;
            }
        }
        return widths;
    }

    /** The widest of those that may still shrink, or -1. */
    private static int widest(List<Column> columns, int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (columns.get(i).shrinks() && widths[i] > LEAST && (widest < 0 || widths[i] >= widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static List<String> underlines(int[] widths) {
        List<String> lines = new ArrayList<>();
        for (int width : widths) {
            lines.add("─".repeat(width));
        }
        return lines;
    }

    private static String line(List<Column> columns, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = shorten(row.get(i), widths[i]);
            String space = " ".repeat(widths[i] - Screen.columns(cell));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    static String shorten(String text, int width) {
        if (Screen.columns(text) <= width) {
            return text;
        }
        return new AttributedString(text).columnSubSequence(0, Math.max(0, width - 1)) + "…";
    }
}
