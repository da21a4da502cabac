/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;

/** What people's data must be. Stateless. */
final class PersonRules {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,253}");
    private static final int LONGEST_NAME = 200;

    private PersonRules() {}

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static void check(NewPerson person, char[] password) {
        List<Violation> violations = new ArrayList<>();
        String login = person.login() == null ? "" : person.login();
        if (!LOGIN.matcher(login).matches()) {
            violations.add(new Violation(
                    "login",
                    "format",
                    "Must be 1 to 254 letters (a to z), digits and . _ @ + -, a letter or digit first.",
                    login));
        }
        name(person.name()).ifPresent(violations::add);
        if (person.roles().isEmpty()) {
            violations.add(new Violation("roles", "required", "Must name at least one role.", null));
        }
        password("password", password).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }

    /** Of a person, or of what a person names. */
    static Optional<Violation> name(String given) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            return Optional.of(new Violation("name", "required", "Must not be empty.", null));
        }
        boolean fits = name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(PersonRules::cannotBeShown);
        return fits
                ? Optional.empty()
                : Optional.of(new Violation(
                        "name",
                        "format",
                        "Must be at most " + LONGEST_NAME + " characters without control characters.",
                        name));
    }

    private static boolean cannotBeShown(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    static Optional<Violation> password(String field, char[] password) {
        return password.length >= People.MIN_PASSWORD && password.length <= People.MAX_PASSWORD
                ? Optional.empty()
                : Optional.of(new Violation(
                        field,
                        "out_of_range",
                        "Must be " + People.MIN_PASSWORD + " to " + People.MAX_PASSWORD + " characters.",
                        null));
    }
}
