/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.util.List;

/**
 * A row that is not empty.
 *
 * @param line line (CSV) or row (XLSX) in the file, from 1; a CSV row of several lines is told by its first one
 * @param cells as many as the header has, unless there is a problem; empty text for an empty cell. Numbers, dates (ISO 8601)
 *     and truth values ({@code true}, {@code false}) of a spreadsheet are written the same way everywhere
 * @param problem why the row cannot be used, in words for people; else null
 */
public record TableRow(long line, List<String> cells, String problem) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    static boolean isEmpty(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
