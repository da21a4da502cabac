/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;
import org.kontor.persistence.entity.RecordTextEntity;
import org.kontor.persistence.entity.SearchWordEntity;

/** Keeps what records are found by. Collects within one set of changes and writes it in sets; not thread-safe. */
final class SearchIndex {
    private final EntityManager em;
    private final boolean parts;
    private final Set<UUID> outdated = new HashSet<>();
    private final List<Object> rows = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    SearchIndex(EntityManager em) {
        this.em = em;
        this.parts = Dialect.of(em) == Dialect.POSTGRESQL;
    }

    /** @param before null at creation */
    void change(BusinessRecord before, BusinessRecord after) {
        Set<String> termsBefore = before == null ? Set.of() : SearchWords.of(before);
        Set<String> terms = SearchWords.of(after);
        if (termsBefore.equals(terms)) {
            return;
        }
        if (before != null) {
            outdated.add(after.id());
        }
        terms.forEach(term -> rows.add(word(after, term)));
        if (parts) {
            List<String> plain =
                    terms.stream().filter(term -> !term.startsWith("#")).toList();
            rows.add(text(after, plain));
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
        rows.forEach(em::persist);
        if (!rows.isEmpty()) {
            em.flush();
        }
        if (!words.isEmpty()) {
            new Sql(
                            "INSERT INTO known_word (word) SELECT w FROM unnest(string_to_array(?, ' ')) w"
                                    + " WHERE NOT EXISTS (SELECT 1 FROM known_word k WHERE k.word = w)",
                            String.join(" ", words))
                    .run(em);
        }
    }

    private static boolean canBeMistyped(String word) {
        return word.codePoints().noneMatch(Character::isDigit);
    }

    private static SearchWordEntity word(BusinessRecord record, String word) {
        SearchWordEntity row = new SearchWordEntity();
        row.recordId = record.id();
        row.word = word;
        row.account = record.header().managingAccount();
        row.recordType = record.type().key();
        return row;
    }

    private static RecordTextEntity text(BusinessRecord record, List<String> words) {
        RecordTextEntity row = new RecordTextEntity();
        row.recordId = record.id();
        row.account = record.header().managingAccount();
        row.recordType = record.type().key();
        row.text = words.stream().collect(Collectors.joining(" ", " ", " "));
        return row;
    }
}
