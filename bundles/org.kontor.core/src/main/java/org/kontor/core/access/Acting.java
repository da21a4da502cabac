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
import org.kontor.api.call.CallContext;
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
                inside(standing, token),
                token);
    }

    /** Roles of who enters: those of the account itself, and those that a linked provider's people have there (A9). */
    private static Set<Role> inside(Standing standing, TokenScope token) {
        Set<Role> inside = EnumSet.noneOf(Role.class);
        inside.addAll(standing.own());
        standing.atProviders().forEach(role -> inside.add(role.inCustomerAccount()));
        return TokenRoles.narrowed(inside, token);
    }

    /**
     * The call for another account: one that the actor sees now, or is a member of, or of one above it; one that a provider of
     * which it is a member is linked to (A9); or one in which it has a support session, which only counts while it is a member of an
     * account above and enters in no other way (A10).
     *
     * @throws KontorException {@code not_found}; {@code account_suspended} for a member who may not get in otherwise
     */
    public static CallContext within(ReadTransaction transaction, CallContext context, UUID account) {
        Actor actor = context.actor();
        Standing standing = transaction.members().standing(actor.id(), account);
        Set<Role> above = EnumSet.noneOf(Role.class);
        above.addAll(TokenRoles.narrowed(standing.above(), actor.token()));
        Actor onBehalfOf = null;
        if (transaction
                .records()
                .byId(RecordType.ACCOUNT, actor.account(), account)
                .isPresent()) {
            above.addAll(actor.roles());
            onBehalfOf = context.onBehalfOf();
        }
        Set<Role> inside = inside(standing, actor.token());
        Standing.Session session = standing.session();
        if (inside.isEmpty() && isInSession(standing)) {
            inside = TokenRoles.narrowed(Set.of(session.role()), actor.token());
            onBehalfOf = new Actor(session.granter(), session.granterLogin(), account, Set.of());
        }
        if (above.isEmpty() && inside.isEmpty()) {
            throw standing.suspended()
                    ? suspended(account.toString())
                    : new KontorException(ErrorCode.NOT_FOUND, "There is no account with the id " + account + ".");
        }
        return new CallContext(
                new Actor(actor.id(), actor.name(), account, above, inside, actor.token()),
                onBehalfOf,
                context.source(),
                context.correlation(),
                context.request());
    }

    /** A session only counts for who manages the account from above. */
    private static boolean isInSession(Standing standing) {
        return standing.session() != null && !standing.above().isEmpty();
    }

    /** With which roles somebody enters an account now, in whichever way; none for who does not. */
    public static Set<Role> entering(ReadTransaction transaction, UUID person, UUID account) {
        Standing standing = transaction.members().standing(person, account);
        Set<Role> inside = inside(standing, null);
        return inside.isEmpty() && isInSession(standing)
                ? Set.of(standing.session().role())
                : inside;
    }

    private static KontorException suspended(String account) {
        return new KontorException(
                ErrorCode.ACCOUNT_SUSPENDED,
                "The account " + account + " is suspended. Its people get in again when it is resumed.");
    }
}
