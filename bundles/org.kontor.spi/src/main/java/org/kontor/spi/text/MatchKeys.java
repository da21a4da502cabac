/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;

/**
 * What two records are compared by (requirement S5): the same for all ways in which people write the same thing. Null where a
 * record has none. Stateless.
 */
public final class MatchKeys {
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern SCHEME = Pattern.compile("^(?i)[a-z]+://");
    private static final Pattern PATH = Pattern.compile("[/?#].*$");
    private static final Pattern USER = Pattern.compile("^.*@");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    /** What is shorter says nothing: a dash, "n/a". */
    private static final int SHORTEST_TAX_ID = 5;
    /** What is longer is no key of anybody; in UTF-16 units. */
    public static final int MAX_LENGTH = 254;
    /** Domains under which everybody has an address: they say nothing of who a customer is. */
    private static final Set<String> PUBLIC_MAIL = Set.of(
            "aol.com",
            "bluewin.ch",
            "free.fr",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.com",
            "hotmail.de",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "outlook.fr",
            "pm.me",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "sunrise.ch",
            "t-online.de",
            "wanadoo.fr",
            "web.de",
            "yahoo.com",
            "yahoo.de",
            "yahoo.fr",
            "yandex.ru",
            "163.com");

    private MatchKeys() {}

    /** @param values checked or raw; what is not text counts as missing */
    public static String of(MatchKey key, RecordType type, FieldValues values) {
        String found = find(key, type, values);
        return found == null || found.length() > MAX_LENGTH ? null : found;
    }

    private static String find(MatchKey key, RecordType type, FieldValues values) {
        if (key == MatchKey.CODE) {
            return text(values.get(type.codeField()));
        }
        if (type != RecordType.CUSTOMER) {
            return null;
        }
        return switch (key) {
            case TAX_ID -> taxId(text(values.get(CustomerField.TAX_ID)));
            case EMAIL -> email(text(values.get(CustomerField.EMAIL)));
            default -> domain(text(values.get(CustomerField.WEB_ADDRESS)), text(values.get(CustomerField.EMAIL)));
        };
    }

    private static String text(Object value) {
        String text = value instanceof String given ? given.strip() : "";
        return text.isEmpty() || text.length() > 1_000 ? null : text;
    }

    private static String taxId(String text) {
        if (text == null) {
            return null;
        }
        String key = NOT_ALPHANUMERIC
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return key.length() < SHORTEST_TAX_ID ? null : key;
    }

    private static String email(String text) {
        return text == null || text.indexOf('@') < 1 ? null : fold(text);
    }

    private static String domain(String webAddress, String email) {
        String host = host(webAddress);
        if (host == null && email != null && email.indexOf('@') > 0) {
            host = fold(email.substring(email.lastIndexOf('@') + 1));
        }
        return host == null || !DOMAIN.matcher(host).matches() || PUBLIC_MAIL.contains(host) ? null : host;
    }

    private static String host(String webAddress) {
        if (webAddress == null) {
            return null;
        }
        String rest = without(PATH, without(SCHEME, webAddress));
        String host = fold(without(PORT, without(USER, rest)));
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static String without(Pattern part, String text) {
        return part.matcher(text).replaceFirst("");
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
