/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.Match;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;

/** Reads query and path parameters strictly; {@link RequestCheck} refused unknown and repeated ones. Not thread-safe; one per request. */
final class Parameters {
    private final MultivaluedMap<String, String> values;

    Parameters(UriInfo uri) {
        values = uri.getQueryParameters();
    }

    String text(String name) {
        String value = values.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    int limit() {
        String value = text("limit");
        try {
            return value == null ? RecordQuery.DEFAULT_LIMIT : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw KontorException.invalid("limit", "wrong_type", "Must be a whole number.", value);
        }
    }

    String cursor() {
        return raw("cursor");
    }

    /** As it is: an empty token is none that we gave. */
    String raw(String name) {
        return values.getFirst(name);
    }

    /** A page of a list. */
    RecordQuery page(RecordType type) {
        return query(type).withLimit(limit()).withCursor(cursor());
    }

    /** Which records of a list, and in which order. */
    RecordQuery query(RecordType type) {
        RecordQuery query = RecordQuery.ALL.withText(text("q")).withArchived(archived());
        Match match = choice(Match.class, "match");
        if (match != null) {
            query = query.withMatch(match);
        }
        for (Map.Entry<Field, Object> condition : where(type).entrySet()) {
            query = query.where(condition.getKey(), condition.getValue());
        }
        String sort = text("sort");
        if (sort == null) {
            return query;
        }
        boolean descending = sort.startsWith("-");
        SortKey key = choice(SortKey.class, "sort", descending ? sort.substring(1) : sort);
        return query.withSort(key, descending);
    }

    /** The filters of the type that are given. */
    Map<Field, Object> where(RecordType type) {
        Map<Field, Object> where = new HashMap<>();
        type.filters().forEach((name, field) -> {
            if (text(name) != null) {
                where.put(field, text(name));
            }
        });
        values.keySet().forEach(name -> CustomField.ofPath(type, name)
                .filter(field -> text(name) != null)
                .ifPresent(field -> where.put(field, text(name))));
        return where;
    }

    Selection fields(RecordType type) {
        return Selection.of(type, text("fields"));
    }

    /** A moment like {@code 2026-11-22T10:00:00Z}, with any offset. */
    Instant moment(String name) {
        String value = text(name);
        try {
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw KontorException.invalid(
                    name, "malformed_time", "Must be a time like 2026-11-22T10:00:00Z (RFC 3339).", value);
        }
    }

    /** Null when it is not given. */
    Boolean truth(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw KontorException.invalid(name, "unknown_choice", "Must be one of false, true.", value);
        };
    }

    private Archived archived() {
        String value = text("archived");
        if (value == null) {
            return Archived.NO;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "false" -> Archived.NO;
            case "true" -> Archived.YES;
            case "any" -> Archived.ANY;
            default -> throw KontorException.invalid(
                    "archived", "unknown_choice", "Must be one of false, true, any.", value);
        };
    }

    <E extends Enum<E>> E choice(Class<E> type, String name) {
        String value = text(name);
        return value == null ? null : choice(type, name, value);
    }

    /** @param value not null */
    static <E extends Enum<E>> E choice(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        throw KontorException.invalid(
                name, "unknown_choice", "Must be one of " + String.join(", ", names) + ".", value);
    }

    UUID id(String name) {
        String value = text(name);
        try {
            return value == null ? null : whole(value);
        } catch (IllegalArgumentException e) {
            throw KontorException.invalid(name, "malformed_id", "Must be the id of a record.", value);
        }
    }

    /** An id in a path; what cannot be one is the id of nothing. */
    static UUID pathId(String text) {
        try {
            return whole(text);
        } catch (IllegalArgumentException e) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is nothing with this id.");
        }
    }

    /** UUID.fromString takes shortened forms, too; ids are always written in full. */
    private static UUID whole(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }
}
