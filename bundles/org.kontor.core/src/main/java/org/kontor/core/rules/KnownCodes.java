/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.rules;

import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The code lists that the JDK keeps: ISO 3166-1, ISO 4217, ISO 639, IANA time zones. Stateless. */
final class KnownCodes {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** ISO 3166-2 divides every other country; the JDK does not list its codes. */
    private static final Set<String> UNDIVIDED =
            Set.of(("AI AQ AS AW AX BL BM BV CC CK CW CX EH FK FO GF GG GI GP GS GU HK"
                            + " HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SJ SX TC TF TK VA VG VI YT")
                    .split(" "));

    private KnownCodes() {}

    /** Whether there are codes for its regions. */
    static boolean isDivided(String country) {
        return COUNTRIES.contains(country) && !UNDIVIDED.contains(country);
    }

    /** The code as the standard writes it, or null. */
    static String country(String text) {
        return upperCaseIn(COUNTRIES, text);
    }

    static String currency(String text) {
        return upperCaseIn(CURRENCIES, text);
    }

    static String timeZone(String text) {
        return TIME_ZONES.contains(text) ? text : null;
    }

    static String language(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            String language = locale.getLanguage();
            // ISO 639-3 has languages of three letters that the JDK does not list.
            return LANGUAGES.contains(language) || language.length() == 3 ? locale.toLanguageTag() : null;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static String upperCaseIn(Set<String> codes, String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return codes.contains(code) ? code : null;
    }
}
