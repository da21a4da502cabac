/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that both databases order and compare alike: folded here, compared bytewise there. Stateless.
 */
public final class TextKeys {
    /** Longest sort key and longest search word, in characters. */
    public static final int MAX_SORT_KEY = 200;

    public static final int MAX_WORD = 40;
    /** Longest term that stands for a tag, in characters. */
    public static final int MAX_TAG = 64;
    /** Words of one record, and of one query, that count. */
    public static final int MAX_WORDS = 60;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private TextKeys() {}

    /** Lower case, without accents, white space folded: the key that a name is sorted by. */
    public static String sortKey(String text) {
        String folded = SPACES.matcher(fold(text).strip()).replaceAll(" ");
        return shorten(folded, MAX_SORT_KEY);
    }

    /** The folded words of the texts, each once; nulls are skipped. */
    public static Set<String> words(Collection<String> texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            Matcher matcher = WORD.matcher(fold(text));
            while (matcher.find() && words.size() < MAX_WORDS) {
                words.add(shorten(matcher.group(), MAX_WORD));
            }
        }
        return words;
    }

    /** The term that a record with this tag is found by; no word is like it. */
    public static String tagTerm(String tag) {
        return shorten("#" + sortKey(tag), MAX_TAG);
    }

    private static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /** Most texts are; nothing of them is folded but the case. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String shorten(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
