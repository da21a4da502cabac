/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.Field;
import org.kontor.api.record.ValueType;
import org.kontor.shell.internal.Desk;

/** {@code name=value}: first the name, then what the value may be. */
final class PairWord {
    private PairWord() {}

    static List<Candidate> candidates(Desk desk, Map<String, Field> fields, String word) {
        int equals = word.indexOf('=');
        List<Candidate> candidates = new ArrayList<>();
        if (equals < 0) {
            new TreeMap<>(fields).forEach((name, field) -> {
                if (Word.begins(name, word)) {
                    candidates.add(Word.of(name + "=", field.description(), false));
                }
            });
            return candidates;
        }
        Field field = fields.get(word.substring(0, equals));
        String before = word.substring(0, equals + 1);
        String begun = word.substring(equals + 1);
        if (field != null && field.valueType() == ValueType.REFERENCE) {
            return RecordWord.candidates(desk, field.target(), before, begun);
        }
        if (field != null) {
            // The terminal takes only what goes on as it was typed; both cases are understood.
            boolean capitals = !begun.isEmpty() && begun.equals(begun.toUpperCase(Locale.ROOT));
            field.choices().stream()
                    .map(choice -> capitals ? choice : choice.toLowerCase(Locale.ROOT))
                    .filter(choice -> choice.startsWith(begun))
                    .forEach(choice -> candidates.add(Word.plain(before + choice)));
        }
        return candidates;
    }
}
