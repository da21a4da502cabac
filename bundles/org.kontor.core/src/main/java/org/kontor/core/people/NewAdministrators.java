/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.Conversion.Invitee;
import org.kontor.api.account.Opening.NewMail;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewInvitation;
import org.kontor.core.access.Insider;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** Makes the first administrators of a new account, and notes them. Inside one transaction; not thread-safe. */
public final class NewAdministrators {
    private final WriteTransaction transaction;
    private final CallContext context;
    private final Account account;
    private final Instant now;
    private final Role role;
    private final List<NewMember> members;
    private final List<NewMail> mails;

    /**
     * @param context made for the account above
     * @param members takes who becomes a member
     * @param mails takes what is mailed
     */
    public NewAdministrators(
            WriteTransaction transaction,
            CallContext context,
            Account account,
            Instant now,
            List<NewMember> members,
            List<NewMail> mails) {
        this.transaction = transaction;
        this.context = context;
        this.account = account;
        this.now = now;
        this.role = Role.administratorOf(account.accountType());
        this.members = members;
        this.mails = mails;
    }

    /**
     * Checks what can be checked without the database.
     *
     * @throws KontorException {@code invalid_input} with the place of what is wrong
     */
    public static void check(CallContext context, List<Invitee> invited) {
        Insider.refuseInSession(context);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < invited.size(); i++) {
            checked(context, invited.get(i), "invited[" + i + "].", violations);
        }
        PersonRules.refuseAny(violations);
    }

    /** @return empty when something is wrong, which is added to the violations */
    static Optional<Invited> checked(CallContext context, Invitee invitee, String place, List<Violation> violations) {
        try {
            return Optional.of(Invited.checked(
                    context,
                    new NewInvitation(
                            null,
                            invitee.name(),
                            invitee.email(),
                            Set.of(Role.ACCOUNT_ADMIN),
                            invitee.language(),
                            invitee.later())));
        } catch (KontorException e) {
            // without a login of its own the e-mail is the login, and is told once
            e.violations().stream()
                    .filter(told -> !told.field().equals("login"))
                    .forEach(told -> violations.add(told.at(place)));
            return Optional.empty();
        }
    }

    /**
     * Members of the account above, by login in small letters.
     *
     * @throws KontorException {@code invalid_input}
     */
    public void join(Collection<String> colleagues) {
        for (String login : colleagues) {
            Person person = Optional.of(login)
                    .filter(SignInService::mayBeLogin)
                    .flatMap(name -> transaction.people().byLogin(name))
                    .filter(found -> !found.disabled())
                    .flatMap(found -> transaction.members().of(context.scope(), found.id()))
                    .map(member -> member.person())
                    .orElseThrow(() -> KontorException.invalid(
                            "colleagues", "unknown_reference", "There is no such person in the account above.", login));
            join(person);
        }
    }

    /** Somebody who is there; no mail tells them. */
    void join(Person person) {
        Person now = transaction.people().locked(person.id()).orElseThrow();
        PersonRegister.join(transaction, now, account.id(), Set.of(role), List.of());
        members.add(member(account.id(), now, role, false));
    }

    /** @throws KontorException {@code invalid_input} */
    public void invite(List<Invitee> invited) {
        for (int i = 0; i < invited.size(); i++) {
            invite(invited.get(i), "invited[" + i + "].");
        }
    }

    /** @return whom */
    Person invite(Invitee invitee, String place) {
        List<Violation> violations = new ArrayList<>();
        Optional<Invited> checked = checked(context, invitee, place, violations);
        PersonRules.refuseAny(violations);
        Invited invited = checked.orElseThrow().withRole(role);
        boolean known = transaction.people().byEmail(invited.email()).isPresent();
        UUID id = invite(invited, place);
        Person person = transaction
                .links()
                .invitation(account.id(), id, now)
                .flatMap(made -> transaction.people().byId(made.person()))
                .orElseThrow();
        members.add(member(account.id(), person, role, !known));
        mails.add(new NewMail(
                known ? "membership" : "invitation", person.email(), invited.language(), !known && invitee.later()));
        return person;
    }

    private UUID invite(Invited invited, String place) {
        try {
            return invited.into(transaction, context, account, now);
        } catch (KontorException e) {
            throw e.at(place);
        }
    }

    static NewMember member(UUID account, Person person, Role role, boolean isNew) {
        return new NewMember(account, person.login(), person.displayName(), person.email(), Set.of(role), isNew);
    }
}
