/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.NewPerson;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/**
 * Somebody who is to be invited, checked as far as that goes without the database. Whose e-mail is known becomes a member at once
 * and is told so by mail (P7: one e-mail is one person); who is new gets a link to set a password.
 */
final class Invited {
    private final Person person;
    private final Set<Role> roles;
    private final String language;
    private final boolean later;

    private Invited(Person person, Set<Role> roles, String language, boolean later) {
        this.person = person;
        this.roles = roles;
        this.language = language;
        this.later = later;
    }

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static Invited checked(CallContext context, NewInvitation invitation) {
        String language = LinkMails.language(invitation.language());
        String login = invitation.login() == null ? invitation.email() : invitation.login();
        NewPerson wanted = new NewPerson(login, invitation.name(), invitation.roles());
        return new Invited(
                PersonRules.invited(context, wanted, invitation.email()),
                invitation.roles(),
                language,
                invitation.later());
    }

    Invited withRole(Role role) {
        return new Invited(person, Set.of(role), language, later);
    }

    String email() {
        return person.email();
    }

    String language() {
        return language;
    }

    /**
     * Invites into the account, which the call is made for.
     *
     * @return the invitation's id
     * @throws KontorException {@code invalid_input}
     */
    UUID into(WriteTransaction transaction, CallContext context, Account account, Instant now) {
        PersonRules.requireTakes(account, roles);
        Optional<Person> known = transaction.people().byEmail(person.email());
        return known.isPresent()
                ? join(transaction, context, account, known.get(), now)
                : invite(transaction, context, account, now);
    }

    private UUID invite(WriteTransaction transaction, CallContext context, Account account, Instant now) {
        Person added = person.withHome(account.id());
        PersonRegister.insert(
                transaction, added, roles, List.of(new FieldChange(InvitationDesk.FIELD, null, state().name())));
        return ask(transaction, context, account, added, now);
    }

    /** @return the invitation's id */
    private UUID ask(WriteTransaction transaction, CallContext context, Account account, Person asked, Instant now) {
        UUID id = Ids.next();
        UUID mail = later
                ? null
                : LinkMails.invitation(transaction, context, asked, account.id(), id, language, now)
                        .id();
        transaction.links().add(link(context, id, asked, account, mail, now, null));
        return id;
    }

    /** Whose invitation was revoked before they came. */
    private UUID again(WriteTransaction transaction, CallContext context, Account account, Member there, Instant now) {
        UUID id = there.person().id();
        if (context.actor().enters()) {
            PeopleDeskService.locked(context, transaction, id);
        }
        MailPace.requireRoomOf(transaction, id, now);
        NeverCame.letIn(transaction, there, roles);
        Person person = transaction.people().byId(id).orElseThrow();
        PersonRegister.note(transaction, person, InvitationDesk.FIELD, InvitationState.REVOKED.name(), state().name());
        return ask(transaction, context, account, person, now);
    }

    private InvitationState state() {
        return later ? InvitationState.WAITING : InvitationState.QUEUED;
    }

    /** Whom another account has invited already, or looks after. */
    private UUID join(WriteTransaction transaction, CallContext context, Account account, Person found, Instant now) {
        Person there = transaction.people().locked(found.id()).orElseThrow();
        Optional<Member> member = transaction.members().of(account.id(), there.id());
        if (member.isPresent() && NeverCame.isShutOut(transaction, account.id(), there)) {
            return again(transaction, context, account, member.get(), now);
        }
        if (member.isPresent()) {
            throw KontorException.invalid("email", "taken", "Is a member of the account already.", there.email());
        }
        if (there.disabled()) {
            throw KontorException.invalid("email", "disabled", "The person of this e-mail is disabled.", there.email());
        }
        if (!there.proven() && there.hasPassword()) {
            // somebody else may have given them this address, and a password that is known elsewhere
            throw KontorException.invalid(
                    "email",
                    "not_proven",
                    "The person of this e-mail has a password that was not set by mail. Once they have set one by"
                            + " mail (password instructions, or the page for forgotten passwords), invite them again.",
                    there.email());
        }
        PersonRegister.join(
                transaction,
                there,
                account.id(),
                roles,
                List.of(new FieldChange(InvitationDesk.FIELD, null, InvitationState.ACCEPTED.name())));
        Mail mail = LinkMails.membership(transaction, context, there, account, language, now);
        UUID id = Ids.next();
        transaction.links().add(link(context, id, there, account, mail.id(), now, PasswordLink.Outcome.ACCEPTED));
        return id;
    }

    private PasswordLink link(
            CallContext context,
            UUID id,
            Person invited,
            Account account,
            UUID mail,
            Instant now,
            PasswordLink.Outcome outcome) {
        return new PasswordLink(
                id,
                PasswordLink.Kind.INVITATION,
                invited.id(),
                account.id(),
                invited.email(),
                language,
                mail,
                now,
                context.actor().name(),
                null,
                outcome == null ? null : now,
                outcome);
    }
}
