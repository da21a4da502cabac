/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.kontor.api.custom.Declaration;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Match;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.text.SortKeys;
import org.kontor.spi.text.TextKeys;

/** Answers list queries page by page. Stateless but for the cursors' key. */
final class Lists {
    private static final int MAX_TEXT = 200;
    private static final int MAX_QUERY_WORDS = 8;
    /** Shorter parts have no index. */
    private static final int MIN_PART = 3;

    private static final String SEPARATOR = "\n";

    private final Cursors cursors;

    Lists(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The checked query, one row longer than the page: the extra row tells whether there is a next page. */
    RecordList open(ReadTransaction transaction, RecordType type, UUID scope, RecordQuery query) {
        Cursors.checkLimit(query.limit(), RecordQuery.MAX_LIMIT);
        if (query.text() != null && query.text().length() > MAX_TEXT) {
            throw KontorException.invalid(
                    "q", "too_long", "Must be at most " + MAX_TEXT + " characters.", query.text());
        }
        Set<String> words = words(query);
        return new RecordList(
                type,
                scope,
                words,
                query.match(),
                where(type, query.where()),
                custom(transaction, type, scope, query.where()),
                query.archived(),
                query.sort(),
                query.cursor() == null
                        ? null
                        : position(cursors.open(signature(type, scope, words, query), query.cursor())),
                query.limit() + 1);
    }

    <T extends BusinessRecord> Page<T> page(
            ReadTransaction transaction, RecordList list, RecordQuery query, Class<T> type) {
        if (list.words().isEmpty() && query.text() != null && !query.text().isBlank()) {
            return new Page<>(List.of(), null); // nothing that could be a word, so nothing that could match
        }
        if (!transaction.records().finds(query.match())) {
            throw KontorException.invalid(
                    "match",
                    "needs_postgresql",
                    "Only 'words' is possible on the embedded database.",
                    query.match().name().toLowerCase(Locale.ROOT));
        }
        List<T> rows = transaction.records().list(list).stream().map(type::cast).toList();
        return cursors.page(
                signature(list.type(), list.scope(), list.words(), query),
                query.limit(),
                rows,
                row -> String.join(SEPARATOR, keys(query.sort().key(), row)) + SEPARATOR + row.id());
    }

    private static Set<String> words(RecordQuery query) {
        if (query.text() == null) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>(TextKeys.words(List.of(query.text())));
        if (query.match() == Match.PART && words.stream().anyMatch(word -> word.length() < MIN_PART)) {
            throw KontorException.invalid(
                    "q", "too_short", "Parts of words must be at least " + MIN_PART + " characters.", query.text());
        }
        if (words.size() > MAX_QUERY_WORDS) {
            throw KontorException.invalid(
                    "q", "too_many", "Must be at most " + MAX_QUERY_WORDS + " words.", query.text());
        }
        return words;
    }

    /** Checked values of fields that lists are filtered by. */
    private static Map<Field, Object> where(RecordType type, Map<Field, Object> conditions) {
        Map<Field, Object> checked = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        conditions.forEach((field, raw) -> {
            if (field instanceof CustomField) {
                return;
            }
            if (!type.filters().containsValue(field)) {
                violations.add(new Violation(
                        field.path(),
                        "not_filterable",
                        "Lists are filtered by "
                                + String.join(", ", new TreeSet<>(type.filters().keySet())) + ".",
                        null));
                return;
            }
            Object value = value(field, raw, violations);
            if (value != null) {
                checked.put(field, value);
            }
        });
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return checked;
    }

    /** Accounts side by side may have declared the same key for something different: each reads the value its own way. */
    private static Map<CustomField, Map<UUID, Object>> custom(
            ReadTransaction transaction, RecordType type, UUID scope, Map<Field, Object> conditions) {
        Map<CustomField, Map<UUID, Object>> checked = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        conditions.forEach((field, raw) -> {
            if (!(field instanceof CustomField custom)) {
                return;
            }
            List<Violation> told = new ArrayList<>();
            Map<UUID, Object> values = new HashMap<>();
            for (Declaration declaration : transaction.customFields().around(type, scope)) {
                Object value = declaration.key().equals(custom.key()) ? value(declaration.field(), raw, told) : null;
                if (value != null) {
                    values.put(declaration.id(), value);
                }
            }
            if (!values.isEmpty()) {
                checked.put(custom, values);
            } else if (told.isEmpty()) {
                violations.add(new Violation(
                        field.path(), "unknown_field", "No account here has declared such a field.", null));
            } else {
                violations.add(told.get(0));
            }
        });
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return checked;
    }

    private static Object value(Field field, Object raw, List<Violation> violations) {
        boolean list = field.valueType() == ValueType.TAGS;
        List<Violation> told = new ArrayList<>();
        Object value = FieldRules.check(field, list ? List.of(raw) : raw, told);
        told.forEach(violation ->
                violations.add(new Violation(field.filter(), violation.rule(), violation.message(), raw.toString())));
        return list && value != null ? ((List<?>) value).get(0) : value;
    }

    private static List<String> keys(SortKey key, BusinessRecord record) {
        return switch (key) {
            case NAME -> List.of(SortKeys.name(record));
            case CODE -> List.of(record.code());
            case COUNTRY -> List.of(SortKeys.country(record), SortKeys.name(record));
            case CHANGED -> List.of(record.header().changed().at().toString());
        };
    }

    private static RecordList.Position position(String opened) {
        List<String> parts = List.of(opened.split(SEPARATOR, -1));
        int last = parts.size() - 1;
        return new RecordList.Position(parts.subList(0, last), UUID.fromString(parts.get(last)));
    }

    private static String signature(RecordType type, UUID scope, Set<String> words, RecordQuery query) {
        TreeMap<String, String> where = new TreeMap<>();
        query.where().forEach((field, value) -> where.put(field.path(), value.toString()));
        return String.join(
                "\n",
                "list",
                type.key(),
                scope.toString(),
                words.toString(),
                query.match().name(),
                where.toString(),
                query.archived().name(),
                query.sort().toString());
    }
}
