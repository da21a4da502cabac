/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.stream.Stream;

import org.kontor.api.sync.ConnectionState;
import org.kontor.camel.Calls;
import org.kontor.spi.alert.Condition;

/**
 * Tells people of external systems to which no calls go out any more (requirements S11, S16): from the opening of the breaker
 * until a call was answered again. Stateless.
 */
final class BreakerAlerts {
    static final String KIND = "breaker-open";

    private BreakerAlerts() {}

    /** @param calls null while the connection's routes do not run */
    static Stream<Condition> of(String connection, ConnectionState state, Calls calls) {
        if (calls == null) {
            return state == ConnectionState.STARTING ? Stream.of(Condition.unknown(KIND, connection)) : Stream.of();
        }
        String held = calls.heldBack();
        if (held != null) {
            return Stream.of(Condition.holds(
                    KIND,
                    connection,
                    "The system of the connection '" + connection + "' does not answer. " + held
                            + " Look: kontor:connection-check " + connection));
        }
        // behind a restart it may be away still
        return calls.isAnswered() ? Stream.of() : Stream.of(Condition.unknown(KIND, connection));
    }
}
