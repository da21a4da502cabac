/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.Opening.NewMail;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewInvitation;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** The first people of a new account (requirements P1, P5): those who were chosen, and nobody else. */
public final class Welcome {
    private static final String PLACE = "administrators.";

    private final FirstAdministrators chosen;

    private Welcome(FirstAdministrators chosen) {
        this.chosen = chosen;
    }

    /**
     * Checks what can be checked without the database.
     *
     * @throws KontorException {@code invalid_input}; {@code access_denied} for who makes administrators of the partner without being one
     */
    public static Welcome of(CallContext context, FirstAdministrators chosen) {
        List<Violation> violations = new ArrayList<>();
        if (chosen.who() == null) {
            violations.add(new Violation(PLACE + "who", "required", "Must be CUSTOMER, ME or BOTH.", null));
        } else if (chosen.who() == Who.ME) {
            refuse(chosen.name(), "name", violations);
            refuse(chosen.email(), "email", violations);
            if (chosen.partnerToo()) {
                violations.add(new Violation(
                        PLACE + "partnerToo", "not_with_me", "Is of the customer's administrator.", "true"));
            }
        } else {
            checked(context, chosen, Role.ACCOUNT_ADMIN, violations);
        }
        PersonRules.refuseAny(violations);
        if (chosen.partnerToo()) {
            context.requirePeople();
        }
        return new Welcome(chosen);
    }

    private static void refuse(String value, String field, List<Violation> violations) {
        if (value != null) {
            violations.add(new Violation(
                    PLACE + field,
                    "not_with_me",
                    "Is of the customer's administrator, whom you did not choose.",
                    value));
        }
    }

    private static Optional<Invited> checked(
            CallContext context, FirstAdministrators chosen, Role role, List<Violation> violations) {
        try {
            return Optional.of(Invited.checked(
                    context,
                    new NewInvitation(
                            null, chosen.name(), chosen.email(), Set.of(role), chosen.language(), chosen.later())));
        } catch (KontorException e) {
            // without a login of its own the e-mail is the login, and is told once
            e.violations().stream()
                    .filter(told -> !told.field().equals("login"))
                    .forEach(told -> violations.add(
                            new Violation(PLACE + told.field(), told.rule(), told.message(), told.value())));
            if (violations.isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Makes them members of the account. */
    public void into(
            WriteTransaction transaction,
            CallContext context,
            Account account,
            Instant now,
            List<NewMember> members,
            List<NewMail> mails) {
        Role role = Role.administratorOf(account.accountType());
        if (chosen.who() != Who.CUSTOMER) {
            members.add(me(transaction, context, account, role));
        }
        if (chosen.who() != Who.ME) {
            List<Violation> none = new ArrayList<>();
            Invited invited = checked(context, chosen, role, none).orElseThrow();
            invite(invited, transaction, context, account, now, members, mails);
            if (chosen.partnerToo()) {
                members.add(partner(transaction, context, invited.email()));
            }
        }
    }

    private static NewMember me(WriteTransaction transaction, CallContext context, Account account, Role role) {
        Person me = transaction
                .people()
                .locked(context.actor().id())
                .orElseThrow(() -> new KontorException(
                        ErrorCode.ACCESS_DENIED,
                        "'" + context.actor().name() + "' is no person, so enters no account."));
        PersonRegister.join(transaction, me, account.id(), Set.of(role), List.of());
        return member(account.id(), me, Set.of(role), false);
    }

    private void invite(
            Invited invited,
            WriteTransaction transaction,
            CallContext context,
            Account account,
            Instant now,
            List<NewMember> members,
            List<NewMail> mails) {
        boolean known = transaction.people().byEmail(invited.email()).isPresent();
        UUID id = invited.into(transaction, context, account, now);
        UUID person = transaction
                .links()
                .invitation(account.id(), id, now)
                .orElseThrow()
                .person();
        Person there = transaction.people().byId(person).orElseThrow();
        members.add(member(account.id(), there, Set.of(Role.administratorOf(account.accountType())), !known));
        mails.add(new NewMail(
                known ? "membership" : "invitation", there.email(), invited.language(), !known && chosen.later()));
    }

    /** The customer's administrator as one of the partner, too (P5). */
    private static NewMember partner(WriteTransaction transaction, CallContext context, String email) {
        Account partner = AccountRule.open(context, transaction);
        Role role = Role.administratorOf(partner.accountType());
        PersonRules.requireMayTouch(context, Set.of(role));
        Person person = transaction.people().byEmail(email).orElseThrow();
        if (transaction.members().of(partner.id(), person.id()).isPresent()) {
            throw KontorException.invalid(
                    PLACE + "partnerToo", "taken", "Is a member of '" + partner.name() + "' already.", "true");
        }
        PersonRegister.join(transaction, person, partner.id(), Set.of(role), List.of());
        return member(partner.id(), person, Set.of(role), false);
    }

    private static NewMember member(UUID account, Person person, Set<Role> roles, boolean isNew) {
        return new NewMember(account, person.login(), person.displayName(), person.email(), roles, isNew);
    }
}
