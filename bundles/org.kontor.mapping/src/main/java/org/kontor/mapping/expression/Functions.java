/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import com.dashjoin.jsonata.Jsonata.JFunction;

/** Our functions beside JSONata's. What is missing stays missing. */
final class Functions {
    private static final Set<String> ALPHA2 = Set.of(Locale.getISOCountries());
    private static final Map<String, String> ALPHA3 = ALPHA2.stream()
            .collect(Collectors.toUnmodifiableMap(
                    code -> new Locale("", code).getISO3Country(), code -> code, (one, other) -> one));

    /** Those that need nothing but their arguments; thread-safe. */
    static final Map<String, JFunction> PURE = Map.of(
            "country", unary(Functions::country),
            "language", unary(Functions::language),
            "lines", unary(Functions::lines),
            "trimToNull", unary(Json::text),
            "first", unary(Functions::first),
            "has", new JFunction((input, args) -> has(args), null),
            "pad", new JFunction((input, args) -> pad(args), null));

    private Functions() {}

    private interface Unary {
        Object apply(Object value);
    }

    private static JFunction unary(Unary body) {
        return new JFunction(
                (input, args) -> {
                    Object value = Json.orNull(args.isEmpty() ? input : args.get(0));
                    return value == null ? null : body.apply(value);
                },
                null);
    }

    /** {@code de}, {@code DEU} → {@code DE}. */
    private static Object country(Object value) {
        String text = Json.text(value);
        if (text == null) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT);
        if (ALPHA2.contains(code)) {
            return code;
        }
        if (ALPHA3.containsKey(code)) {
            return ALPHA3.get(code);
        }
        throw new ExpressionException("country_unknown", "No country has this code.", -1, text);
    }

    /** {@code pt_BR}, {@code sr@latin}, {@code de_DE.UTF-8} → the BCP 47 tag. */
    private static Object language(Object value) {
        String text = Json.text(value);
        if (text == null) {
            return null;
        }
        String tag = text.replaceFirst("\\.[^@]*", "")
                .replaceFirst("^([A-Za-z]+)(_\\w+)?@latin$", "$1-Latn$2")
                .replaceFirst("^([A-Za-z]+)(_\\w+)?@cyrillic$", "$1-Cyrl$2")
                .replaceFirst("@.*", "")
                .replace('_', '-');
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new ExpressionException("language_unknown", "This is no language tag.", -1, text);
        }
    }

    /** A text by its lines; blank ones are left out. */
    static List<Object> lines(Object value) {
        List<Object> lines = new ArrayList<>();
        for (Object part : value instanceof List<?> list ? list : List.of(value)) {
            String text = Json.text(part);
            if (text != null) {
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
            }
        }
        return lines.isEmpty() ? null : lines;
    }

    /** The first that is not empty. */
    private static Object first(Object value) {
        for (Object one : value instanceof List<?> list ? list : List.of(value)) {
            Object given = Json.orNull(one);
            if (given != null && !(given instanceof String text && text.isBlank())) {
                return given;
            }
        }
        return null;
    }

    private static Object has(List<?> args) {
        if (args.size() != 2 || !(args.get(1) instanceof String key)) {
            throw new ExpressionException("wrong_type", "$has needs an object and a key.", -1, null);
        }
        Object object = args.get(0);
        return object instanceof JsonObject json
                ? json.tells(key)
                : object instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** JSONata's own makes a text of any length at one go. */
    private static Object pad(List<?> args) {
        if (args.isEmpty() || args.get(0) == null) {
            return null;
        }
        if (args.size() < 2
                || !(args.get(1) instanceof Number width)
                || Math.abs(width.doubleValue()) > Scope.MAX_TEXT) {
            throw new ExpressionException(
                    "too_large", "$pad needs a width of at most " + Scope.MAX_TEXT + ".", -1, null);
        }
        String fill = args.size() > 2 && args.get(2) instanceof String text ? text : " ";
        return com.dashjoin.jsonata.Functions.pad(String.valueOf(args.get(0)), width, fill);
    }

    /** {@code $lookup('table', key)} is ours; with an object or a list it is JSONata's. */
    static JFunction lookup(Scope scope, BiFunction<String, Object, Object> lookup) {
        return new JFunction(
                (input, args) -> args.size() == 2 && !(args.get(0) instanceof String)
                        ? com.dashjoin.jsonata.Functions.lookup(args.get(0), String.valueOf(args.get(1)))
                        : ask(scope, "lookup", lookup, args),
                null);
    }

    static JFunction external(Scope scope, BiFunction<String, Object, Object> external) {
        return new JFunction((input, args) -> ask(scope, "external", external, args), null);
    }

    private static Object ask(Scope scope, String name, BiFunction<String, Object, Object> source, List<?> args) {
        if (args.size() != 2 || !(args.get(0) instanceof String table)) {
            throw scope.refuse("wrong_type", "$" + name + " needs a name and a key.", null);
        }
        Object key = Json.orNull(args.get(1));
        if (key == null || Json.isScalar(key) && Json.text(key) == null) {
            return null;
        }
        if (!Json.isScalar(key)) {
            throw scope.refuse("wrong_type", "$" + name + " needs one key, not a list or an object.", null);
        }
        try {
            return source.apply(table, key);
        } catch (ExpressionException e) {
            throw scope.refuse(e.rule(), e.getMessage(), e.value());
        } catch (RuntimeException e) {
            throw scope.fail(e);
        }
    }
}
