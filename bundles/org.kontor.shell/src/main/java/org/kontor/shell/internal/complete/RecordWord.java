/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.Choice;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** Codes, and names where a name is what was begun. */
final class RecordWord {
    private RecordWord() {}

    /** @param before what stands in front of the word, for example {@code customerId=} */
    static List<Candidate> candidates(Desk desk, RecordType type, String before, String word) {
        List<Candidate> candidates = new ArrayList<>();
        for (Choice choice :
                desk.records(type).lookup(desk.call(), word.isBlank() ? null : word, Map.of(), Word.MOST)) {
            if (Word.begins(choice.code(), word)) {
                String name = choice.name() + (choice.archived() ? " (archived)" : "");
                candidates.add(Word.of(before + choice.code(), name, true));
            } else if (Word.begins(choice.name(), word)) {
                candidates.add(Word.of(before + word + choice.name().substring(word.length()), choice.code(), true));
            }
        }
        return candidates;
    }
}
