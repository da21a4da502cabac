/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.Set;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;

/** What Kontor itself does about sign-ins. */
public final class SystemCall {
    public static final CallContext CONTEXT =
            CallContext.of(new Actor(Account.OPERATOR, "kontor", Account.OPERATOR, Set.of()), Source.SYSTEM);

    private SystemCall() {}
}
