/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.tabular.TagList;

/**
 * What is typed as {@code name=value}: values of fields, and conditions of lists. Lines of an address are separated by a
 * line break or {@code \n}, tags by {@code ;}. Stateless.
 */
public final class Pairs {
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z][A-Za-z.]*|custom\\.[a-z][a-z0-9_]*)=(.*)", Pattern.DOTALL);

    private Pairs() {}

    /**
     * Conditions and the words that are no conditions.
     *
     * @param text null when there are none
     */
    public record Search(Map<Field, Object> where, String text) {}

    /**
     * Values of fields; an empty one clears its field.
     *
     * @param references gives the id of the record that a value names
     * @throws KontorException {@code invalid_input} with everything that cannot be read
     */
    public static FieldValues values(
            RecordType type, List<String> typed, BiFunction<RecordType, String, Object> references) {
        FieldValues.Builder values = FieldValues.builder();
        List<Violation> violations = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (String pair : typed) {
            Matcher matcher = PAIR.matcher(pair);
            if (!matcher.matches()) {
                violations.add(new Violation(
                        "arguments", "not_a_pair", "Must be FIELD=VALUE, for example name=\"Acme Ltd\".", pair));
            } else if (type.field(matcher.group(1)).isEmpty()) {
                violations.add(unknown(
                        matcher.group(1),
                        "field",
                        type.fields().stream().map(Field::path).toList()));
            } else if (!seen.add(matcher.group(1))) {
                violations.add(new Violation(matcher.group(1), "twice", "Is given twice.", matcher.group(2)));
            } else {
                Field field = type.field(matcher.group(1)).orElseThrow();
                values.set(field, value(field, matcher.group(2), references));
            }
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return values.build();
    }

    /**
     * Conditions of a list: {@code filter=value}; what has no {@code =} is searched for.
     *
     * @throws KontorException {@code invalid_input} for a filter that there is not
     */
    public static Search search(
            RecordType type, List<String> typed, BiFunction<RecordType, String, Object> references) {
        Map<Field, Object> where = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String argument : typed) {
            Matcher matcher = PAIR.matcher(argument);
            if (!matcher.matches()) {
                words.add(argument);
                continue;
            }
            Field field = CustomField.ofPath(type, matcher.group(1))
                    .map(Field.class::cast)
                    .orElse(type.filters().get(matcher.group(1)));
            if (field == null) {
                throw KontorException.invalid(List.of(unknown(
                        matcher.group(1), "filter", List.copyOf(type.filters().keySet()))));
            }
            // A filter takes one tag.
            where.put(
                    field,
                    field.valueType() == ValueType.TAGS
                            ? matcher.group(2)
                            : value(field, matcher.group(2), references));
        }
        return new Search(where, words.isEmpty() ? null : String.join(" ", words));
    }

    private static Object value(Field field, String text, BiFunction<RecordType, String, Object> references) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.valueType()) {
            case LINES -> text.replace("\\n", "\n");
            case TAGS -> TagList.split(text).stream().map(String::strip).toList();
            case CHOICE -> choice(field, text);
            case REFERENCE -> references.apply(field.target(), text);
            default -> text;
        };
    }

    /** As it is written, or in small letters; what is none of them the rules refuse. */
    private static String choice(Field field, String text) {
        return field.choices().stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElse(text);
    }

    private static Violation unknown(String name, String kind, List<String> known) {
        return new Violation(
                name,
                "unknown_" + kind,
                "There is no such " + kind + "; there are " + String.join(", ", new TreeSet<>(known)) + ".",
                null);
    }
}
