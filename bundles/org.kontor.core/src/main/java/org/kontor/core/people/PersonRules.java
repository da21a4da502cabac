/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.core.access.Insider;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;

/** What people's data must be, and who may touch whom. Names and e-mails have the rules that those of customers have. Stateless. */
final class PersonRules {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,253}");

    private PersonRules() {}

    /**
     * Somebody new; the password is hashed when nothing is wrong.
     *
     * @param email null or blank for none
     * @throws KontorException {@code invalid_input} with all that is wrong
     */
    static Person checked(CallContext context, NewPerson person, String email, char[] password) {
        List<Violation> violations = new ArrayList<>();
        Person added = added(context, person, email, violations);
        password("password", password).ifPresent(violations::add);
        refuseAny(violations);
        return added.withHash(PasswordHash.of(password));
    }

    /**
     * Somebody new who sets the password by mail.
     *
     * @throws KontorException {@code invalid_input} with all that is wrong
     */
    static Person invited(CallContext context, NewPerson person, String email) {
        List<Violation> violations = new ArrayList<>();
        Person added = added(context, person, email, violations);
        if (added.email() == null
                && violations.stream().noneMatch(one -> one.field().equals("email"))) {
            violations.add(new Violation("email", "required", "Must be given: the invitation goes there.", null));
        }
        refuseAny(violations);
        return added;
    }

    /** Without a password; what is wrong is added to the violations. */
    private static Person added(CallContext context, NewPerson person, String email, List<Violation> violations) {
        String login = person.login() == null ? "" : person.login();
        if (!isLogin(login)) {
            violations.add(new Violation(
                    "login",
                    "format",
                    "Must be an e-mail address, or 1 to 254 letters (a to z), digits and . _ @ + -, a letter or digit"
                            + " first.",
                    login));
        }
        String name = name(person.name(), violations);
        String checkedEmail = email(email, violations);
        roles(person.roles(), violations);
        return Person.added(login.toLowerCase(Locale.ROOT), name, checkedEmail, context.scope(), Person.NO_PASSWORD);
    }

    /** Whoever is invited signs in with the address where the invitation went, whatever letters it has. */
    static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches() || isEmail(login);
    }

    private static boolean isEmail(String login) {
        List<Violation> violations = new ArrayList<>();
        return login.equals(email(login, violations)) && violations.isEmpty();
    }

    static String name(String raw, List<Violation> violations) {
        int before = violations.size();
        Object name = FieldRules.check(CustomerField.NAME, raw, violations);
        if (name == null && violations.size() == before) {
            violations.add(new Violation("name", "required", "Must not be empty.", null));
        }
        return (String) name;
    }

    static String email(String raw, List<Violation> violations) {
        return (String) FieldRules.check(CustomerField.EMAIL, raw, violations);
    }

    static void roles(Set<Role> roles, List<Violation> violations) {
        if (roles.isEmpty()) {
            violations.add(new Violation("roles", "required", "Must name at least one role.", null));
        }
    }

    static void refuseAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
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

    /**
     * Nobody gives or touches roles that allow more than their own.
     *
     * @throws KontorException {@code access_denied}
     */
    static void requireMayTouch(CallContext context, Set<Role> roles) {
        Insider.refuseInSession(context);
        Set<Role> mine = context.actor().memberRoles();
        if (roles.contains(Role.PLATFORM_OPERATOR) && !mine.contains(Role.PLATFORM_OPERATOR)) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "Only a platform operator makes and changes platform operators.");
        }
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        mine.forEach(role -> allowed.addAll(role.permissions()));
        for (Role role : roles) {
            if (!allowed.containsAll(role.permissions())) {
                throw new KontorException(
                        ErrorCode.ACCESS_DENIED,
                        "The role " + role + " allows more than yours; who has it is looked after by others.");
            }
        }
    }

    /**
     * The same, and who came by a link or in a session touches nobody who looks after the people of the account.
     *
     * @throws KontorException {@code access_denied}
     */
    static void requireMayTouch(ReadTransaction transaction, CallContext context, Set<Role> roles) {
        requireMayTouch(context, roles);
        Insider.requireMayTouch(transaction, context, roles);
    }

    /**
     * @throws KontorException {@code invalid_input} for roles that members of the account do not have, and for any in a lab: its people
     *     are those of the partner (requirement A8)
     */
    static void requireTakes(Account account, Set<Role> roles) {
        if (account.lab()) {
            throw KontorException.invalid(
                    "account",
                    "lab",
                    "A lab has no members of its own: people of its partner reach it.",
                    account.id().toString());
        }
        List<Violation> violations = new ArrayList<>();
        heldIn(account.accountType(), roles, violations);
        refuseAny(violations);
    }

    /** Roles that members of an account of the type do not have. */
    static void heldIn(AccountType type, Set<Role> roles, List<Violation> violations) {
        heldIn("roles", type, roles, violations);
    }

    /** @param field where the roles are told */
    static void heldIn(String field, AccountType type, Set<Role> roles, List<Violation> violations) {
        for (Role role : roles) {
            if (!role.isHeldIn(type)) {
                violations.add(new Violation(
                        field,
                        "not_held_here",
                        "Members of an account of the type " + type + " have one of "
                                + Arrays.stream(Role.values())
                                        .filter(one -> one.isHeldIn(type))
                                        .toList()
                                + ".",
                        role.name()));
            }
        }
    }
}
