/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.Map;

import org.kontor.api.error.KontorException;

/**
 * How a file shall be read, where it is not to be found out. Every part may be null.
 *
 * @param delimiter what stands between the columns of a CSV file: {@code ,} {@code ;} {@code |} or a tabulator
 * @param encoding name of the character encoding of a CSV file, for example {@code windows-1252}
 * @param sheet name of the sheet of an XLSX file; else the first one that is not hidden
 */
public record FileOptions(String delimiter, String encoding, String sheet) {
    public static final FileOptions DETECT = new FileOptions(null, null, null);

    private static final Map<String, String> WORDS = Map.of("comma", ",", "semicolon", ";", "tab", "\t", "pipe", "|");

    public FileOptions {
        delimiter = delimiter == null ? null : WORDS.getOrDefault(delimiter, delimiter);
        if (delimiter != null && !WORDS.containsValue(delimiter)) {
            throw KontorException.invalid(
                    "delimiter", "unknown_choice", "Must be comma, semicolon, tab or pipe.", delimiter);
        }
    }
}
