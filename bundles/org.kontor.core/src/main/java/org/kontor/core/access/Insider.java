/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.access;

import java.util.Set;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.TokenScope;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.Standing;

/** Who is at home in the account of a call, and who came by a link or for a session (requirements A9, A10). Stateless. */
public final class Insider {
    private Insider() {}

    /** Whether the caller looks after the people of the account as one of its own: by a membership, not by a link or in a session. */
    public static boolean administers(ReadTransaction transaction, CallContext context) {
        return context.looksAfterPeople()
                && allowed(context, standing(transaction, context).own(), Permission.PEOPLE);
    }

    /** @throws KontorException {@code access_denied} for everybody whom {@link #administers} does not mean */
    public static void requireAdministrator(ReadTransaction transaction, CallContext context) {
        if (!administers(transaction, context)) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "This is decided by the administrators of the account itself.");
        }
    }

    /** Whether the caller is inside without a membership: by a link, or in a session. */
    public static boolean isGuest(ReadTransaction transaction, CallContext context) {
        return context.actor().enters() && standing(transaction, context).own().isEmpty();
    }

    /**
     * Whether the caller is a guest and nothing else: the account is not below one of theirs either. The operator's account, which
     * needs no look for that, has neither links nor sessions.
     */
    public static boolean isVisitor(ReadTransaction transaction, CallContext context) {
        return !context.isForOperator() && context.actor().rolesAbove().isEmpty() && isGuest(transaction, context);
    }

    /** Whether the account of the call is linked to a provider whose people manage it, and the caller is one of these. */
    public static boolean managesAsProvider(ReadTransaction transaction, CallContext context) {
        return context.actor().enters()
                && allowed(context, standing(transaction, context).atProviders(), Permission.WRITE);
    }

    /**
     * Those who look after an account end a link, so who came by one neither makes nor changes them.
     *
     * @throws KontorException {@code access_denied}
     */
    public static void requireMayTouch(ReadTransaction transaction, CallContext context, Set<Role> roles) {
        if (roles.stream().anyMatch(role -> role.allows(Permission.PEOPLE)) && isGuest(transaction, context)) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "Who looks after the people of the account is looked after by its own administrators.");
        }
    }

    /**
     * What is given in a support session would outlast it.
     *
     * @throws KontorException {@code access_denied} in a session
     */
    public static void refuseInSession(CallContext context) {
        if (context.onBehalfOf() != null) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "Not in a support session: it would outlast the session. Ask an administrator of the account.");
        }
    }

    /** @throws KontorException {@code access_denied} for who came with a token that only reads */
    public static void requireMore(CallContext context) {
        if (context.actor().token() == TokenScope.READ) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "The token of '" + context.actor().name() + "' only reads.");
        }
    }

    private static Standing standing(ReadTransaction transaction, CallContext context) {
        return transaction.members().standing(context.actor().id(), context.scope());
    }

    private static boolean allowed(CallContext context, Set<Role> roles, Permission permission) {
        return TokenRoles.narrowed(roles, context.actor().token()).stream().anyMatch(role -> role.allows(permission));
    }
}
