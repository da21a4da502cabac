/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PersonReader;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Writes people with what the audit may show of it. Stateless. */
final class PersonRegister {
    private PersonRegister() {}

    /** Adds somebody, whoever asks for it and however. */
    static Person add(UnitOfWork unitOfWork, CallContext context, NewPerson person, String email, char[] password) {
        context.requireAdministrator();
        PersonRules.requireMayTouch(context, person.roles());
        Person added = PersonRules.checked(context, person, email, password);
        return unitOfWork.write(context, transaction -> {
            if (transaction.people().byLogin(added.login()).isPresent()) {
                throw taken("login", added.login());
            }
            refuseTakenEmail(transaction.people(), added);
            transaction.save(new PersonChange(null, added, AuditAction.CREATE, changes(null, added)));
            return added;
        });
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

    /** Writes the change, unless there is none. */
    static void update(WriteTransaction transaction, Person before, Person after) {
        List<FieldChange> changes = changes(before, after);
        if (!changes.isEmpty()) {
            transaction.save(new PersonChange(before, after, AuditAction.UPDATE, changes));
        }
    }

    /** @param before null at creation */
    private static List<FieldChange> changes(Person before, Person after) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "login", before == null ? null : before.login(), after.login());
        add(changes, "name", before == null ? null : before.displayName(), after.displayName());
        add(changes, "email", before == null ? null : before.email(), after.email());
        add(changes, "roles", before == null ? null : text(before.roles()), text(after.roles()));
        if (before == null) {
            changes.add(new FieldChange("password", null, "(set)"));
            return changes;
        }
        if (!before.passwordHash().equals(after.passwordHash())) {
            changes.add(new FieldChange("password", "(set)", "(changed)"));
        }
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
