/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.signup.NewSignUpPage;
import org.kontor.api.signup.SignUpPages;
import org.kontor.api.signup.SignUpWish;
import org.kontor.core.opening.PlanRules;
import org.kontor.core.people.Newcomer;
import org.kontor.core.rules.FieldRules;

/** What sign-up pages and wishes must be. Stateless. */
final class SignUpRules {
    private static final int SHORTEST_NAME = 3;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** Names that would look like a page of the installation itself. */
    private static final Set<String> RESERVED = Set.of(
            "account",
            "admin",
            "administrator",
            "api",
            "billing",
            "confirm",
            "console",
            "docs",
            "forgotten",
            "help",
            "kontor",
            "login",
            "logo",
            "mail",
            "operator",
            "password",
            "platform",
            "root",
            "security",
            "sign-in",
            "sign-up",
            "signup",
            "status",
            "style",
            "support",
            "system",
            "www");

    private SignUpRules() {}

    /** Whether there may be a page of this name at all: anything else needs no look into the database. */
    static boolean mayBeName(String name) {
        return name.length() >= SHORTEST_NAME
                && name.length() <= SignUpPages.MAX_NAME
                && NAME.matcher(name).matches();
    }

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static NewSignUpPage checked(NewSignUpPage page) {
        List<Violation> violations = new ArrayList<>();
        String name = page.name() == null ? "" : page.name();
        if (name.isEmpty()) {
            violations.add(new Violation("name", "required", "Must be given.", null));
        } else if (!mayBeName(name)) {
            violations.add(new Violation(
                    "name",
                    "format",
                    "Must be " + SHORTEST_NAME + " to " + SignUpPages.MAX_NAME
                            + " of a to z and 0 to 9, with single hyphens between them.",
                    name));
        } else if (RESERVED.contains(name)) {
            violations.add(new Violation("name", "reserved", "Would be taken for a page of the installation.", name));
        }
        PlanChoice plan = null;
        try {
            plan = PlanRules.filled(page.plan() == null ? new PlanChoice(PlanChoice.Kind.TRIAL, null) : page.plan());
        } catch (KontorException e) {
            violations.addAll(e.violations());
        }
        refuseAny(violations);
        return new NewSignUpPage(name, page.on(), plan);
    }

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static SignUpWish checked(SignUpWish wish) {
        List<Violation> violations = new ArrayList<>();
        String company = given(WishField.COMPANY, wish.company(), violations);
        String name = given(WishField.NAME, wish.name(), violations);
        String email = given(WishField.EMAIL, wish.email(), violations);
        String language = null;
        try {
            language = Newcomer.language(wish.language());
        } catch (KontorException e) {
            violations.addAll(e.violations());
        }
        refuseAny(violations);
        return new SignUpWish(company, name, email, language);
    }

    private static String given(WishField field, String raw, List<Violation> violations) {
        int before = violations.size();
        Object value = FieldRules.check(field, raw, violations);
        if (value == null && violations.size() == before) {
            violations.add(new Violation(field.path(), "required", "Must be given.", null));
        }
        return (String) value;
    }

    private static void refuseAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }
}
