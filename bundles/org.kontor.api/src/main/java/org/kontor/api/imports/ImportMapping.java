/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.record.RecordType;

/**
 * What the columns of the files of a source mean, remembered.
 *
 * @param source name of the source, for a folder the name of its connection
 * @param columns header → name of the column as Kontor calls it ({@code address.city}, {@code customer}, {@code externalId}
 *     …), or {@value #IGNORED} for a column that is passed over. The header {@value #OTHERS} stands for every column that
 *     is not named
 * @param changedBy who wrote it
 */
public record ImportMapping(
        String source, RecordType type, Map<String, String> columns, String changedBy, Instant changedAt) {
    public static final String IGNORED = "";
    public static final String OTHERS = "*";
    /** Most columns of a mapping, and of a file. */
    public static final int MAX_COLUMNS = 500;
    /** Longest header, in characters. */
    public static final int MAX_HEADER = 200;

    public ImportMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
