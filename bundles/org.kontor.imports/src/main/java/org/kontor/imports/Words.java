/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.kontor.spi.text.TextKeys;

/**
 * Words of files for what Kontor writes as codes: countries and languages by their names in five languages, countries by
 * their three letters. A name that means two things means nothing. Stateless.
 */
final class Words {
    private static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.ITALIAN, Locale.forLanguageTag("es"));

    private static final Pattern CODE_OF_THREE = Pattern.compile("[a-z]{3}");
    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> LANGUAGES = languages();
    private static final Map<String, Boolean> TRUTH = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("1", true),
            Map.entry("x", true),
            Map.entry("ja", true),
            Map.entry("wahr", true),
            Map.entry("oui", true),
            Map.entry("vrai", true),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("0", false),
            Map.entry("nein", false),
            Map.entry("falsch", false),
            Map.entry("non", false),
            Map.entry("faux", false));

    private Words() {}

    private static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names(country, Locale::getDisplayCountry, code, names, unclear);
            put(country.getISO3Country(), code, names, unclear);
        }
        // what people write, and the JDK does not
        Map.of("UK", "GB", "England", "GB", "USA", "US", "Holland", "NL", "Czech Republic", "CZ", "Turkey", "TR")
                .forEach((name, code) -> names.put(TextKeys.sortKey(name), code));
        return Map.copyOf(names);
    }

    private static Map<String, String> languages() {
        Map<String, String> names = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (String code : Locale.getISOLanguages()) {
            names(new Locale.Builder().setLanguage(code).build(), Locale::getDisplayLanguage, code, names, unclear);
        }
        return Map.copyOf(names);
    }

    private static void names(
            Locale meant,
            BiFunction<Locale, Locale, String> name,
            String code,
            Map<String, String> names,
            Set<String> unclear) {
        SPOKEN.forEach(spoken -> put(name.apply(meant, spoken), code, names, unclear));
    }

    private static void put(String name, String code, Map<String, String> names, Set<String> unclear) {
        String key = TextKeys.sortKey(name);
        String other = key.isEmpty() || unclear.contains(key) ? null : names.putIfAbsent(key, code);
        if (other != null && !other.equals(code)) {
            names.remove(key);
            unclear.add(key);
        }
    }

    /** The country's code, or the text itself. */
    static String country(String text) {
        return text.length() == 2 && !text.equalsIgnoreCase("UK")
                ? text
                : COUNTRIES.getOrDefault(TextKeys.sortKey(text), text);
    }

    /** The language's code, or the text itself. In small letters it is a code: {@code twi} is one, "Twi" is a name. */
    static String language(String text) {
        return text.length() == 2 || CODE_OF_THREE.matcher(text).matches()
                ? text
                : LANGUAGES.getOrDefault(TextKeys.sortKey(text), text);
    }

    /** Null when it is neither. */
    static Boolean truth(String text) {
        return TRUTH.get(TextKeys.sortKey(text));
    }
}
