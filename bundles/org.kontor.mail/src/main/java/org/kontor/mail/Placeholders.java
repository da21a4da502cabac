/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} in texts and HTML; what is filled in never becomes part of the HTML. Stateless. */
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private Placeholders() {}

    /** @throws IllegalArgumentException when a value is missing */
    public static String fill(String template, Map<String, String> values) {
        return fill(template, values, UnaryOperator.identity());
    }

    /**
     * @param html values are escaped, the template is not
     * @throws IllegalArgumentException when a value is missing
     */
    public static String fillHtml(String html, Map<String, String> values) {
        return fill(html, values, Placeholders::escape);
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> how) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("There is no value for {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(how.apply(value));
        });
    }

    /** For text and for attributes in quotes (OWASP XSS Prevention, rule 1 and 2). */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
