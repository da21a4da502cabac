/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.List;

/**
 * What a file was found to be.
 *
 * @param kind {@code csv} or {@code xlsx}
 * @param delimiter between the columns; null for XLSX
 * @param encoding of the text; null for XLSX
 * @param sheets names of all sheets, hidden ones included; empty for CSV
 * @param sheet the one that is read; null for CSV
 */
public record FileFormat(String kind, String delimiter, String encoding, List<String> sheets, String sheet) {
    public FileFormat {
        sheets = List.copyOf(sheets);
    }
}
