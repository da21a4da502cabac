/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.Conversion.Invitee;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.Opening.NewMail;
import org.kontor.api.account.Opening.NewMember;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.core.access.Insider;
import org.kontor.core.record.AccountRule;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/** The first people of a new account (requirements P1, P5): those who were chosen, and nobody else. */
public final class Welcome {
    private static final String PLACE = "administrators.";

    /** Null for a sign-up. */
    private final FirstAdministrators chosen;

    /** Null but for a sign-up. */
    private final Newcomer newcomer;

    private Welcome(FirstAdministrators chosen, Newcomer newcomer) {
        this.chosen = chosen;
        this.newcomer = newcomer;
    }

    /** Who signed up and has confirmed it. */
    public static Welcome of(Newcomer newcomer) {
        return new Welcome(null, newcomer);
    }

    /** Whether somebody is there who can say more of the new records than their names. */
    public boolean isAsked() {
        return newcomer == null;
    }

    /**
     * Checks what can be checked without the database.
     *
     * @throws KontorException {@code invalid_input}; {@code access_denied} for who makes administrators of the partner without being one
     */
    public static Welcome of(CallContext context, FirstAdministrators chosen) {
        Insider.refuseInSession(context);
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
            NewAdministrators.checked(context, invitee(chosen), PLACE, violations);
        }
        PersonRules.refuseAny(violations);
        if (chosen.partnerToo()) {
            context.requirePeople();
        }
        return new Welcome(chosen, null);
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

    private static Invitee invitee(FirstAdministrators chosen) {
        return new Invitee(chosen.name(), chosen.email(), chosen.language(), chosen.later());
    }

    /** Makes them members of the account. */
    public void into(
            WriteTransaction transaction,
            CallContext context,
            Account account,
            Instant now,
            List<NewMember> members,
            List<NewMail> mails) {
        if (newcomer != null) {
            newcomer.into(transaction, account, members);
            return;
        }
        NewAdministrators administrators = new NewAdministrators(transaction, context, account, now, members, mails);
        if (chosen.who() != Who.CUSTOMER) {
            administrators.join(transaction
                    .people()
                    .byId(context.actor().id())
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.ACCESS_DENIED,
                            "'" + context.actor().name() + "' is no person, so enters no account.")));
        }
        if (chosen.who() != Who.ME) {
            Person invited = administrators.invite(invitee(chosen), PLACE);
            if (chosen.partnerToo()) {
                members.add(partner(transaction, context, invited.id()));
            }
        }
    }

    /** The customer's administrator as one of the partner, too (P5). */
    private static NewMember partner(WriteTransaction transaction, CallContext context, UUID invited) {
        Account partner = AccountRule.open(context, transaction);
        Role role = Role.administratorOf(partner.accountType());
        PersonRules.requireMayTouch(context, Set.of(role));
        Person person = transaction.people().byId(invited).orElseThrow();
        if (transaction.members().of(partner.id(), person.id()).isPresent()) {
            throw KontorException.invalid(
                    PLACE + "partnerToo", "taken", "Is a member of '" + partner.name() + "' already.", "true");
        }
        PersonRegister.join(transaction, person, partner.id(), Set.of(role), List.of());
        return NewAdministrators.member(partner.id(), person, role, false);
    }
}
