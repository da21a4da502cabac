/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.core.access.Insider;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PersonReader;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Writes people with what the audit may show of it. Stateless. */
final class PersonRegister {
    private static final String ROLES = "roles";

    private PersonRegister() {}

    /** Adds somebody to the account that the call is made for, whoever asks for it and however. */
    static Member add(UnitOfWork unitOfWork, CallContext context, NewPerson person, String email, char[] password) {
        context.requirePeople();
        PersonRules.requireMayTouch(context, person.roles());
        Person added = PersonRules.checked(context, person, email, password);
        return unitOfWork.write(context, transaction -> {
            Insider.requireMayTouch(transaction, context, person.roles());
            PersonRules.requireTakes(AccountRule.open(context, transaction), person.roles());
            return insert(transaction, added, person.roles(), List.of());
        });
    }

    /**
     * Adds somebody to the home account.
     *
     * @param more what the audit shows beside the person's own fields
     */
    static Member insert(WriteTransaction transaction, Person added, Set<Role> roles, List<FieldChange> more) {
        if (transaction.people().byLogin(added.login()).isPresent()) {
            throw taken("login", added.login());
        }
        refuseTakenEmail(transaction.people(), added);
        List<FieldChange> changes = changes(null, added);
        add(changes, ROLES, null, text(roles));
        changes.addAll(more);
        transaction.save(new PersonChange(null, added, added.account(), roles, null, AuditAction.CREATE, changes));
        return saved(transaction, added, added.account());
    }

    /**
     * Makes somebody who is there a member of one more account.
     *
     * @param more what the audit shows beside the roles
     */
    static Member join(
            WriteTransaction transaction, Person person, UUID account, Set<Role> roles, List<FieldChange> more) {
        List<FieldChange> changes = new ArrayList<>(List.of(new FieldChange(ROLES, null, text(roles))));
        changes.addAll(more);
        transaction.save(new PersonChange(person, person, account, roles, null, AuditAction.UPDATE, changes));
        return saved(transaction, person, account);
    }

    private static Member saved(WriteTransaction transaction, Person person, UUID account) {
        return transaction.members().of(account, person.id()).orElseThrow();
    }

    /** Notes in the audit what happened to somebody who stays as they are. */
    static void note(WriteTransaction transaction, Person person, String field, String before, String after) {
        note(transaction, person, person.account(), field, before, after);
    }

    /** @param account in whose audit it stands */
    static void note(
            WriteTransaction transaction, Person person, UUID account, String field, String before, String after) {
        transaction.save(new PersonChange(
                person,
                person,
                account,
                null,
                null,
                AuditAction.UPDATE,
                List.of(new FieldChange(field, before, after))));
    }

    static void refuseTakenEmail(PersonReader people, Person person) {
        if (person.email() != null
                && people.byEmail(person.email())
                        .filter(other -> !other.id().equals(person.id()))
                        .isPresent()) {
            throw taken("email", person.email());
        }
    }

    private static KontorException taken(String field, String value) {
        return KontorException.invalid(field, "taken", "Is in use by another person.", value);
    }

    /**
     * Writes the change, unless there is none. Links that were mailed end with a new password, and with a new address; sessions with
     * a new password, and when the person is disabled; tokens when for the first time nobody else knows the password.
     */
    static void update(WriteTransaction transaction, Person before, Person after) {
        List<FieldChange> changes = changes(before, after);
        if (!changes.isEmpty()) {
            transaction.save(PersonChange.of(before, after, changes));
            endWaysIn(transaction, before, after);
        }
    }

    /**
     * Writes a change of a member, unless there is none.
     *
     * @param after without roles the membership ends
     */
    static void update(WriteTransaction transaction, Member before, Member after) {
        if (after.roles().equals(before.roles()) && after.labs() == before.labs()) {
            update(transaction, before.person(), after.person());
            return;
        }
        List<FieldChange> changes = changes(before.person(), after.person());
        add(changes, ROLES, text(before.roles()), after.roles().isEmpty() ? null : text(after.roles()));
        add(changes, "labs", String.valueOf(before.labs()), String.valueOf(after.labs()));
        transaction.save(new PersonChange(
                before.person(),
                after.person(),
                before.account(),
                after.roles(),
                after.labs(),
                AuditAction.UPDATE,
                changes));
        endWaysIn(transaction, before.person(), after.person());
    }

    private static void endWaysIn(WriteTransaction transaction, Person before, Person after) {
        if (before.disabled() != after.disabled()) {
            transaction.links().decided(after.id());
        }
        if (!before.passwordHash().equals(after.passwordHash()) || after.disabled()) {
            transaction.sessions().endAll(after.id());
        }
        if (!before.passwordHash().equals(after.passwordHash())) {
            transaction.links().endAll(after.id(), PasswordLink.Outcome.ACCEPTED, Ids.now());
        } else if (!Objects.equals(before.email(), after.email())) {
            // it went to somebody else, perhaps
            transaction.links().endAll(after.id(), PasswordLink.Outcome.REVOKED, Ids.now());
        }
        if (after.proven() && !before.proven()) {
            // who knew the password before may have made them
            TokenDesk.revokeAll(transaction, after.id(), Ids.now());
        }
    }

    /** @param before null at creation */
    private static List<FieldChange> changes(Person before, Person after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "login", before == null ? null : before.login(), after.login());
        add(changes, "name", before == null ? null : before.displayName(), after.displayName());
        add(changes, "email", before == null ? null : before.email(), after.email());
        if (before == null) {
            if (after.hasPassword()) {
                changes.add(new FieldChange("password", null, "(set)"));
            }
            return changes;
        }
        if (!before.passwordHash().equals(after.passwordHash())) {
            changes.add(new FieldChange("password", "(set)", "(changed)"));
        }
        add(changes, "home", before.account().toString(), after.account().toString());
        add(changes, "disabled", String.valueOf(before.disabled()), String.valueOf(after.disabled()));
        return changes;
    }

    private static void add(List<FieldChange> changes, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static String text(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }
}
