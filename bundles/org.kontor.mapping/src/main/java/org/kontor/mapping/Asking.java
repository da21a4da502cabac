/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.function.BiFunction;

import org.kontor.api.record.RecordType;
import org.kontor.mapping.expression.ExpressionException;
import org.kontor.mapping.expression.Json;
import org.kontor.mapping.expression.Scope;

/** Makes a connector's look-ups what expressions ask; what is unknown is refused. */
final class Asking {
    private Asking() {}

    static Scope scope(Lookups lookups) {
        BiFunction<String, Object, Object> find = (table, key) -> {
            if (!lookups.tables().contains(table)) {
                throw new ExpressionException(
                        "lookup_missing", "There is no table to look up of this name.", -1, table);
            }
            String text = Json.text(key);
            return Json.of(lookups.find(table, text)
                    .orElseThrow(() -> new ExpressionException(
                            "lookup_unknown", "Unknown in the table " + table + " of the other system.", -1, text)));
        };
        BiFunction<String, Object, Object> external = (type, key) -> {
            String text = Json.text(key);
            RecordType target = RecordType.ofKey(type)
                    .orElseThrow(() -> new ExpressionException("lookup_missing", "No type of records.", -1, type));
            return lookups.externalId(target, text)
                    .orElseThrow(() -> new ExpressionException(
                            "reference_unknown", "The other system does not know this " + type + " yet.", -1, text));
        };
        return new Scope(find, external);
    }
}
