/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hides secrets in what people are shown: the values of settings that are called like one, in the forms in which they travel,
 * what stands under such a name, and what authorises a request. Immutable, thread-safe.
 */
final class Secrets {
    static final String MASK = "xxxxx";
    private static final Pattern NAME = Pattern.compile("(?i).*(pass(word|wd|phrase)?|secret|token|credential|key)");
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)(\\bauthorization\\b\"?\\s*[:=]\\s*\"?\\s*)[^\\r\\n\",;]+|\\b(basic|bearer|session|digest)\\s+[A-Za-z0-9+/=._~:-]{8,}");
    private static final String WORDS =
            "(?:pass(?:word|wd|phrase)|secret|token|credentials?|api[._-]?key|private[._-]?key|session[._-]?id)";
    /**
     * {@code "password": "…"}, {@code password=…}. Camel's own formatter has more words, but takes half a minute for a text of
     * 8,000 letters without a blank.
     */
    private static final Pattern NAMED = Pattern.compile("(?i)(" + WORDS
            + "[\\w.-]{0,20}+\"?\\s{0,5}+[:=]\\s{0,5}+)(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}+\"?|[^\\s\",;&}<]++)");

    private static final Pattern TAGGED =
            Pattern.compile("(?i)(<[\\w.:-]{0,40}?" + WORDS + "[\\w.-]{0,20}+(?:\\s[^<>]{0,200}+)?>)[^<]*+");
    /** A shorter one would hide half of every text; it is still hidden where its name stands. */
    private static final int SHORTEST = 4;

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    static Secrets of(Map<String, String> settings) {
        List<String> values = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (NAME.matcher(name).matches() && value.strip().length() >= SHORTEST) {
                values.add(value);
            }
        });
        return of(values);
    }

    /** @param values that are secret, whatever they are called and however short they are */
    static Secrets of(Collection<String> values) {
        List<String> forms = new ArrayList<>();
        for (String value : values) {
            String secret = value.strip();
            if (!secret.isEmpty()) {
                forms.add(secret);
                forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
                forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
                forms.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            }
        }
        // the longest first: one may be a part of another
        forms.sort(Comparator.comparingInt(String::length).reversed());
        return new Secrets(List.copyOf(forms));
    }

    /** Hides the values alone: for a text that speaks of tokens and sessions without holding one. */
    String maskValues(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** @return null for null */
    String mask(String text) {
        if (text == null) {
            return null;
        }
        String masked = AUTHORIZATION
                .matcher(maskValues(text))
                .replaceAll(found -> (found.group(1) == null ? found.group(2) + " " : found.group(1)) + MASK);
        masked = NAMED.matcher(masked).replaceAll("$1" + MASK);
        return TAGGED.matcher(masked).replaceAll("$1" + MASK);
    }
}
