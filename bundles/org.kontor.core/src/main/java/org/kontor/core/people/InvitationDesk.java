/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.record.Page;
import org.kontor.core.access.Insider;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Invites people. */
@Component
public final class InvitationDesk implements Invitations {
    static final String FIELD = "invitation";

    private final UnitOfWork unitOfWork;
    private final Cursors cursors;

    @Activate
    public InvitationDesk(@Reference UnitOfWork unitOfWork, @Reference Cursors cursors) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
    }

    @Override
    public Invitation invite(CallContext context, NewInvitation invitation) {
        context.requireInviter();
        Insider.refuseInSession(context);
        boolean member = context.actor().enters();
        if (member) {
            PersonRules.requireMayTouch(context, invitation.roles());
        }
        Invited invited = Invited.checked(context, invitation);
        Instant now = Ids.now();
        return unitOfWork.write(context, transaction -> {
            Account account = AccountRule.open(context, transaction);
            if (!member) {
                requireAwaited(context, transaction);
                requireAdministrator(account, invitation.roles());
            } else if (!transaction.members().isAwaited(account.id())) {
                Insider.requireMayTouch(transaction, context, invitation.roles());
            }
            return known(context, transaction, invited.into(transaction, context, account, now), now);
        });
    }

    /**
     * Who manages an account invites its first administrator, and looks after that invitation until somebody has come in. From
     * then on nobody exists in the account but for its own people (P6).
     */
    private static void requireAwaited(CallContext context, ReadTransaction transaction) {
        if (!context.actor().enters() && !transaction.members().isAwaited(context.scope())) {
            context.requirePeople();
        }
    }

    private static void requireAdministrator(Account account, Set<Role> roles) {
        Role first = Role.administratorOf(account.accountType());
        if (!roles.equals(Set.of(first))) {
            throw KontorException.invalid(
                    "roles",
                    "first_administers",
                    "The first one of an account is its " + first + ".",
                    roles.toString());
        }
    }

    private static Invitation known(CallContext context, ReadTransaction transaction, UUID id, Instant now) {
        return transaction
                .links()
                .invitation(context.scope(), id, now)
                .orElseThrow(() ->
                        new KontorException(ErrorCode.NOT_FOUND, "There is no invitation with the id " + id + "."));
    }

    @Override
    public Page<Invitation> find(CallContext context, InvitationQuery query) {
        context.requireInviter();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        String list = "invitations " + context.scope() + " " + query.state();
        UUID before = query.cursor() == null ? null : UUID.fromString(cursors.open(list, query.cursor()));
        Instant now = Ids.now();
        List<Invitation> rows = unitOfWork.read(transaction -> {
            requireAwaited(context, transaction);
            return transaction.links().invitations(context.scope(), query.state(), before, query.limit() + 1, now);
        });
        return cursors.page(list, query.limit(), rows, row -> row.id().toString());
    }

    @Override
    public Invitation resend(CallContext context, UUID id) {
        Instant now = Ids.now();
        return changed(context, id, now, (transaction, person) -> {
            PasswordLink link = transaction.links().locked(id).orElseThrow();
            if (link.outcome() == PasswordLink.Outcome.ACCEPTED) {
                throw KontorException.invalid(
                        "state",
                        "accepted",
                        "The person has set a password. Send password instructions instead.",
                        link.outcome().name());
            }
            Member member = transaction
                    .members()
                    .of(link.account(), person.id())
                    .orElseThrow(() -> KontorException.invalid(
                            "state",
                            "over",
                            "The person is no member any more. Invite them again.",
                            String.valueOf(link.outcome())));
            if (NeverCame.isShutOut(transaction, link.account(), person)) {
                NeverCame.letIn(transaction, member, member.roles());
            }
            Person current = transaction.people().byId(person.id()).orElseThrow();
            requireReachable(current);
            MailPace.requireRoomOf(transaction, current.id(), now);
            if (link.mail() != null) {
                transaction.mails().cancel(link.mail());
            }
            UUID mail = LinkMails.invitation(transaction, context, current, link.account(), id, link.language(), now)
                    .id();
            transaction.links().carry(id, mail, current.email());
            return true;
        });
    }

    private static void requireReachable(Person person) {
        if (person.disabled()) {
            throw KontorException.invalid(
                    "login", "disabled", "The person is disabled. Let them in again first.", person.login());
        }
        if (person.email() == null) {
            throw KontorException.invalid("email", "required", "The person has no e-mail.", null);
        }
    }

    @Override
    public Invitation revoke(CallContext context, UUID id) {
        Instant now = Ids.now();
        return changed(context, id, now, (transaction, person) -> {
            PasswordLink link = transaction.links().locked(id).orElseThrow();
            if (link.outcome() != null) {
                return false;
            }
            if (link.mail() != null) {
                transaction.mails().cancel(link.mail());
            }
            transaction.links().end(id, PasswordLink.Outcome.REVOKED, now);
            NeverCame.shutOut(transaction, context, link, person, now);
            return true;
        });
    }

    /** @param change whether there was one, for the audit */
    private Invitation changed(
            CallContext context, UUID id, Instant now, BiFunction<WriteTransaction, Person, Boolean> change) {
        context.requireInviter();
        Insider.refuseInSession(context);
        return unitOfWork.write(context, transaction -> {
            requireAwaited(context, transaction);
            UUID invited = known(context, transaction, id, now).person();
            Person person = locked(context, transaction, invited);
            Invitation before = known(context, transaction, id, now);
            boolean changed = change.apply(transaction, person);
            Invitation after = known(context, transaction, id, now);
            if (changed) {
                PersonRegister.note(
                        transaction,
                        transaction.people().byId(invited).orElseThrow(),
                        context.scope(),
                        FIELD,
                        before.state().name(),
                        after.state().name());
            }
            return after;
        });
    }

    private static Person locked(CallContext context, WriteTransaction transaction, UUID invited) {
        if (!context.actor().enters()) {
            return transaction.people().locked(invited).orElseThrow();
        }
        // in their order, before the person alone
        transaction.members().lockedAdministratorsWith(invited);
        return PeopleDeskService.locked(context, transaction, invited);
    }

    @Override
    public void sendPasswordInstructions(CallContext context, UUID id, String language) {
        context.requirePeople();
        Instant now = Ids.now();
        unitOfWork.write(context, transaction -> {
            Person person = PeopleDeskService.locked(context, transaction, id);
            // behind the question whether there is such a person
            String asked = LinkMails.language(language);
            requireReachable(person);
            MailPace.requireRoomOf(transaction, id, now);
            String spoken = asked == null ? transaction.links().languageOf(id).orElse(null) : asked;
            LinkMails.instruct(transaction, context, person, spoken, now);
            return null;
        });
    }
}
