/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.List;
import java.util.Map;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;

/**
 * What an import would do; nothing was written.
 *
 * @param missing required fields that no column is used for; without them a new record is refused
 * @param unknown headers that an import would stumble over
 * @param ready whether an import would take the file: no column is unknown, and one holds code or external id
 * @param rows the first {@value #ROWS}
 * @param total rows in the file
 * @param tried rows that were tried, at most a batch
 * @param estimate outcome → rows of the whole file, reckoned from those that were tried; exact when all were
 */
public record ImportPreview(
        RecordType type,
        String source,
        FileFormat format,
        List<MappedColumn> columns,
        List<String> missing,
        List<String> unknown,
        boolean ready,
        List<PreviewRow> rows,
        long total,
        long tried,
        Map<Outcome, Long> estimate) {
    /** Rows that are shown. */
    public static final int ROWS = 20;

    public ImportPreview {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        rows = List.copyOf(rows);
        estimate = Map.copyOf(estimate);
    }
}
