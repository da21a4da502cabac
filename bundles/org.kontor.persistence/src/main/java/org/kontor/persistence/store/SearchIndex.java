/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;

/** Keeps what records are found by. Collects within one set of changes and writes it in sets; not thread-safe. */
final class SearchIndex {
    private final EntityManager em;
    private final boolean parts;
    private final Set<UUID> outdated = new HashSet<>();
    private final Batch terms = new Batch("INSERT INTO search_word (record_id, record_type, word) VALUES (?, ?, ?)");
    private final Batch texts = new Batch("INSERT INTO record_text (record_id, record_type, text) VALUES (?, ?, ?)");
    private final Set<String> words = new HashSet<>();

    SearchIndex(EntityManager em) {
        this.em = em;
        this.parts = Dialect.of(em) == Dialect.POSTGRESQL;
    }

    /** @param before null at creation */
    void change(BusinessRecord before, BusinessRecord after) {
        Set<String> foundBefore = before == null ? Set.of() : SearchWords.of(before);
        Set<String> found = SearchWords.of(after);
        if (foundBefore.equals(found)) {
            return;
        }
        if (before != null) {
            outdated.add(after.id());
        }
        String type = after.type().key();
        found.forEach(term -> terms.add(after.id(), type, term));
        if (parts) {
            List<String> plain =
                    found.stream().filter(term -> !term.startsWith("#")).toList();
            texts.add(after.id(), type, plain.stream().collect(Collectors.joining(" ", " ", " ")));
            plain.stream().filter(SearchIndex::canBeMistyped).forEach(words::add);
        }
    }

    void delete(BusinessRecord record) {
        outdated.add(record.id());
    }

    /** The records themselves are written by then. */
    void flush() {
        for (List<UUID> chunk : Sets.chunks(outdated)) {
            new Sql("DELETE FROM search_word WHERE ").in("record_id", chunk).run(em);
            if (parts) {
                new Sql("DELETE FROM record_text WHERE ").in("record_id", chunk).run(em);
            }
        }
        terms.run(em);
        texts.run(em);
        if (!words.isEmpty()) {
            // fenced: each word is looked up by the index, whatever the planner thinks of the table's size
            new Sql(
                            "INSERT INTO known_word (word) SELECT w FROM unnest(string_to_array(?, ' ')) w"
                                    + " WHERE NOT EXISTS (SELECT 1 FROM known_word k WHERE k.word = w OFFSET 0)",
                            String.join(" ", words))
                    .run(em);
        }
    }

    private static boolean canBeMistyped(String word) {
        return word.codePoints().noneMatch(Character::isDigit);
    }
}
