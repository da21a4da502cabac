/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.text.TextKeys;

/** Answers list queries page by page. Stateless but for the cursors' key. */
final class Lists {
    private static final int MAX_TEXT = 200;
    private static final int MAX_QUERY_WORDS = 8;
    private static final char SEPARATOR = '\n';

    private final Cursors cursors;

    Lists(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The checked query, one row longer than the page: the extra row tells whether there is a next page. */
    RecordList open(RecordType type, UUID scope, RecordQuery query) {
        List<Violation> violations = new java.util.ArrayList<>();
        String country = (String) FieldRules.check(CustomerField.ADDRESS_COUNTRY, query.country(), violations);
        if (!violations.isEmpty()) {
            Violation told = violations.get(0);
            throw KontorException.invalid("country", told.rule(), told.message(), told.value());
        }
        Cursors.checkLimit(query.limit(), RecordQuery.MAX_LIMIT);
        if (query.text() != null && query.text().length() > MAX_TEXT) {
            throw KontorException.invalid(
                    "q", "too_long", "Must be at most " + MAX_TEXT + " characters.", query.text());
        }
        return new RecordList(
                type,
                scope,
                words(query),
                country,
                query.customer(),
                query.archived(),
                query.sort(),
                query.cursor() == null ? null : position(cursors.open(signature(type, scope, query), query.cursor())),
                query.limit() + 1);
    }

    <T extends BusinessRecord> Page<T> page(
            ReadTransaction transaction, RecordList list, RecordQuery query, Class<T> type) {
        if (list.words().isEmpty() && query.text() != null && !query.text().isBlank()) {
            return new Page<>(List.of(), null); // nothing that could be a word, so nothing that could match
        }
        List<T> rows = transaction.records().list(list).stream().map(type::cast).toList();
        if (rows.size() <= query.limit()) {
            return new Page<>(rows, null);
        }
        List<T> page = rows.subList(0, query.limit());
        T last = page.get(page.size() - 1);
        String position = key(query.sort().key(), last) + SEPARATOR + last.id();
        return new Page<>(page, cursors.seal(signature(list.type(), list.scope(), query), position));
    }

    private static Set<String> words(RecordQuery query) {
        if (query.text() == null) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>(TextKeys.words(List.of(query.text())));
        if (words.size() > MAX_QUERY_WORDS) {
            throw KontorException.invalid(
                    "q", "too_many", "Must be at most " + MAX_QUERY_WORDS + " words.", query.text());
        }
        return words;
    }

    private static String key(SortKey key, BusinessRecord record) {
        return switch (key) {
            case NAME -> TextKeys.sortKey(record.name());
            case CODE -> record.code();
            case CHANGED -> record.header().changed().at().toString();
        };
    }

    private static RecordList.Position position(String opened) {
        int end = opened.lastIndexOf(SEPARATOR);
        return new RecordList.Position(opened.substring(0, end), UUID.fromString(opened.substring(end + 1)));
    }

    private static String signature(RecordType type, UUID scope, RecordQuery query) {
        return String.join(
                "\n",
                "list",
                type.key(),
                scope.toString(),
                String.valueOf(words(query)),
                String.valueOf(query.country()),
                String.valueOf(query.customer()),
                query.archived().name(),
                query.sort().toString());
    }
}
