/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Membership;
import org.kontor.api.people.TokenScope;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.Standing;

/** For which account somebody acts, and as what (requirement P6). Stateless. */
public final class Acting {
    private Acting() {}

    /**
     * The person for the home account; when that is suspended, for the first other one that is not.
     *
     * @param token scope of the token that the person comes with, or null
     * @return empty when the person is a member of no account
     * @throws KontorException {@code account_suspended}
     */
    public static Optional<Actor> atHome(ReadTransaction transaction, Person person, TokenScope token) {
        Actor home = actor(transaction, person, token, person.account());
        if (home.enters()) {
            return Optional.of(home);
        }
        List<Membership> memberships = transaction.members().of(person.id());
        if (memberships.isEmpty()) {
            return Optional.empty();
        }
        Membership open = memberships.stream()
                .filter(one -> !one.suspended())
                .findFirst()
                .orElseThrow(() -> suspended("'" + memberships.get(0).name() + "'"));
        return Optional.of(actor(transaction, person, token, open.account()));
    }

    private static Actor actor(ReadTransaction transaction, Person person, TokenScope token, UUID account) {
        Standing standing = transaction.members().standing(person.id(), account);
        return new Actor(
                person.id(),
                person.login(),
                account,
                TokenRoles.narrowed(standing.above(), token),
                TokenRoles.narrowed(standing.own(), token),
                token);
    }

    /**
     * The actor for another account: one that the actor sees now, or is a member of, or of one above it.
     *
     * @throws KontorException {@code not_found}; {@code account_suspended} for a member who may not get in otherwise
     */
    public static Actor within(ReadTransaction transaction, Actor actor, UUID account) {
        Standing standing = transaction.members().standing(actor.id(), account);
        Set<Role> above = EnumSet.noneOf(Role.class);
        above.addAll(TokenRoles.narrowed(standing.above(), actor.token()));
        if (transaction
                .records()
                .byId(RecordType.ACCOUNT, actor.account(), account)
                .isPresent()) {
            above.addAll(actor.roles());
        }
        Set<Role> own = TokenRoles.narrowed(standing.own(), actor.token());
        if (above.isEmpty() && own.isEmpty()) {
            throw standing.suspended()
                    ? suspended(account.toString())
                    : new KontorException(ErrorCode.NOT_FOUND, "There is no account with the id " + account + ".");
        }
        return new Actor(actor.id(), actor.name(), account, above, own, actor.token());
    }

    private static KontorException suspended(String account) {
        return new KontorException(
                ErrorCode.ACCOUNT_SUSPENDED,
                "The account " + account + " is suspended. Its people get in again when it is resumed.");
    }
}
