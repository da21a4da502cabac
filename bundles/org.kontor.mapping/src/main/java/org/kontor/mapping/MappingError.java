/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

/**
 * Something wrong in a mapping file (requirement S4).
 *
 * @param file its name
 * @param line from 1
 * @param column from 1
 * @param key where in the file, for example {@code fields.email.in}; empty for the file as a whole
 * @param rule stable code, see docs/mapping.md
 * @param message a sentence for people
 */
public record MappingError(String file, int line, int column, String key, String rule, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + message + " [" + rule
                + "]";
    }
}
