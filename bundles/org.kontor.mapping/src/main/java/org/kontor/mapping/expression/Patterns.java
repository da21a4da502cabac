/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.dashjoin.jsonata.Jsonata.JFunction;

/**
 * JSONata's functions that take regular expressions. Its own cannot be stopped inside a match that takes for ever; these look
 * at the clock with each character.
 */
final class Patterns {
    private Patterns() {}

    static Map<String, JFunction> functions(Scope scope) {
        return Map.of(
                "contains",
                function(scope, (text, pattern, rest) -> matcher(scope, text, pattern)
                        .find()),
                "match",
                function(scope, (text, pattern, rest) -> match(scope, text, pattern, limit(rest, 0))),
                "replace",
                function(scope, (text, pattern, rest) -> replace(scope, text, pattern, rest)),
                "split",
                function(scope, (text, pattern, rest) -> split(scope, text, pattern, limit(rest, 0))));
    }

    private interface Body {
        Object apply(String text, Pattern pattern, List<?> rest);
    }

    private static JFunction function(Scope scope, Body body) {
        return new JFunction(
                (input, args) -> {
                    List<?> given = args;
                    // as the arguments of JSONata's own: the context stands in for a text that is left out
                    boolean context = given.size() == 1 || !(given.get(0) == null || Json.isScalar(given.get(0)));
                    Object text = context ? input : given.get(0);
                    List<?> rest = context ? given : given.subList(1, given.size());
                    if (text == null) {
                        return null;
                    }
                    if (!(text instanceof String string)) {
                        throw scope.refuse("wrong_type", "Only a text can be searched.", Json.text(text));
                    }
                    return body.apply(string, pattern(scope, rest.get(0)), rest.subList(1, rest.size()));
                },
                null);
    }

    private static Pattern pattern(Scope scope, Object pattern) {
        if (pattern instanceof Pattern given) {
            return given;
        }
        if (pattern instanceof String text) {
            return Pattern.compile(text, Pattern.LITERAL);
        }
        throw scope.refuse("wrong_type", "What is looked for must be a text or a regular expression.", null);
    }

    private static int limit(List<?> rest, int at) {
        return rest.size() > at && rest.get(at) instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
    }

    private static Matcher matcher(Scope scope, String text, Pattern pattern) {
        return pattern.matcher(new Watched(text, scope));
    }

    private static Object match(Scope scope, String text, Pattern pattern, int limit) {
        List<Object> found = new ArrayList<>();
        for (Matcher matcher = matcher(scope, text, pattern); found.size() < limit && matcher.find(); ) {
            List<Object> groups = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                groups.add(matcher.group(group) == null ? "" : matcher.group(group));
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("match", matcher.group());
            one.put("index", matcher.start());
            one.put("groups", groups);
            found.add(one);
            scope.checkSize(found);
        }
        return found.isEmpty() ? null : found.size() == 1 ? found.get(0) : found;
    }

    private static Object replace(Scope scope, String text, Pattern pattern, List<?> rest) {
        if (rest.isEmpty() || !(rest.get(0) instanceof String with)) {
            throw scope.refuse("wrong_type", "$replace needs a text to put in.", null);
        }
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        StringBuilder result = new StringBuilder();
        int end = 0;
        int limit = limit(rest, 1);
        Matcher matcher = matcher(scope, text, pattern);
        for (int count = 0; count < limit && matcher.find(); count++) {
            result.append(text, end, matcher.start()).append(literal ? with : expand(with, matcher));
            end = matcher.end();
            if (result.length() > Scope.MAX_TEXT) {
                scope.checkSize(result.toString());
            }
        }
        return result.append(text, end, text.length()).toString();
    }

    /** {@code $1} is a group, {@code $0} all, {@code $$} a dollar. */
    private static String expand(String with, Matcher matcher) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < with.length(); i++) {
            char next = i + 1 < with.length() ? with.charAt(i + 1) : ' ';
            if (with.charAt(i) != '$' || !(next == '$' || next >= '0' && next <= '9')) {
                text.append(with.charAt(i));
            } else {
                i++;
                int group = next - '0';
                if (next == '$') {
                    text.append('$');
                } else if (group <= matcher.groupCount() && matcher.group(group) != null) {
                    text.append(matcher.group(group));
                }
            }
        }
        return text.toString();
    }

    private static List<Object> split(Scope scope, String text, Pattern pattern, int limit) {
        List<Object> parts = new ArrayList<>();
        int end = 0;
        Matcher matcher = matcher(scope, text, pattern);
        while (matcher.find()) {
            if (matcher.end() > 0 && matcher.start() < text.length()) {
                parts.add(text.substring(end, matcher.start()));
                end = matcher.end();
                scope.checkSize(parts);
            }
        }
        parts.add(text.substring(end));
        return parts.size() > limit ? parts.subList(0, limit) : parts;
    }

    /** A text that looks at the clock while it is read. */
    private record Watched(CharSequence text, Scope scope, int[] reads) implements CharSequence {
        Watched(CharSequence text, Scope scope) {
            this(text, scope, new int[1]);
        }

        @Override
        public char charAt(int index) {
            if ((++reads[0] & 0x3FF) == 0) {
                scope.checkTime();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
