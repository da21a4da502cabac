/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.WriteTransaction;

/**
 * What a revoked invitation means to somebody who has no password yet: the address may be the wrong one, so nothing else brings them
 * into the account, until the account invites them again. Stateless.
 */
final class NeverCame {
    private NeverCame() {}

    /** Ends the membership of who has another one, and disables who has not. */
    static void shutOut(
            WriteTransaction transaction, CallContext context, PasswordLink invitation, Person person, Instant now) {
        Optional<Member> member = transaction.members().of(invitation.account(), person.id());
        if (member.isEmpty() || person.hasPassword()) {
            return;
        }
        Member before = member.get();
        boolean elsewhere = transaction.members().of(person.id()).size() > 1;
        Member after = elsewhere ? PeopleDeskService.left(transaction, before) : disabled(before);
        if (context.actor().enters() && !transaction.members().isAwaited(before.account())) {
            Successors.require(transaction.members().lockedAdministratorsWith(person.id()), before, after);
        }
        PersonRegister.update(transaction, before, after);
        if (!elsewhere && !person.disabled()) {
            // instructions went to the same address
            transaction.links().endAll(person.id(), PasswordLink.Outcome.REVOKED, now);
            transaction.links().shutOut(invitation.id());
        }
    }

    private static Member disabled(Member member) {
        return member.with(member.person().withDisabled(true), member.roles(), member.labs());
    }

    /** Whether the account may invite them as if it never had. */
    static boolean isShutOut(WriteTransaction transaction, UUID account, Person person) {
        return person.disabled() && !person.hasPassword() && transaction.links().isShutOut(account, person.id());
    }

    /** Lets them in again, with these roles and no others. */
    static void letIn(WriteTransaction transaction, Member member, Set<Role> roles) {
        PersonRegister.update(
                transaction, member, member.with(member.person().withDisabled(false), roles, member.labs()));
    }
}
