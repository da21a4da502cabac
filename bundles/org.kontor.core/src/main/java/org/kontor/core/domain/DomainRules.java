/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

import org.kontor.api.domain.EmailDomain;
import org.kontor.api.error.KontorException;

/** What a domain must be. Stateless. */
final class DomainRules {
    private static final String NAME = "name";
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST = LONGEST_NAME - EmailDomain.LABEL.length();
    /** A last label of digits would make it an IP address. */
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private DomainRules() {}

    /**
     * @return as the DNS knows it
     * @throws KontorException {@code invalid_input}
     */
    static String name(String given) {
        if (given == null || given.isBlank()) {
            throw KontorException.invalid(NAME, "required", "Must be given.", null);
        }
        String name = given.strip();
        if (name.length() > LONGEST_NAME) {
            throw tooLong(name.substring(0, LONGEST_NAME) + "…");
        }
        String known = known(name);
        if (known.length() > LONGEST) {
            throw tooLong(name);
        }
        if (!FORM.matcher(known).matches()) {
            throw malformed(name);
        }
        return known;
    }

    private static String known(String name) {
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
    }

    private static KontorException tooLong(String name) {
        return KontorException.invalid(
                NAME, "too_long", "Must have at most " + LONGEST + " characters as the DNS writes it.", name);
    }

    private static KontorException malformed(String name) {
        return KontorException.invalid(
                NAME, "malformed_domain", "Must be a domain like example.com, no address and no IP.", name);
    }
}
