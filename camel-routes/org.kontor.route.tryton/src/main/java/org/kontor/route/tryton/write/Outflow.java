/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.function.BooleanSupplier;

import org.apache.camel.Message;

import org.kontor.route.tryton.map.PartyMapping;

/** What a connection does about our changes. Called by one thread at a time. */
public interface Outflow {
    /**
     * To be called before a reading.
     *
     * @param message as for {@link #send}
     * @throws org.kontor.route.tryton.rpc.TrytonException when Tryton does not answer
     */
    void settle(Message message, PartyMapping mapping);

    /**
     * Sends the next changes, some thousands at most; the rest is sent the next time.
     *
     * @param message bears the run, if there is one already; one is begun when there is something to tell
     * @param stopped whether to end early; the rest is sent the next time
     * @throws org.kontor.route.tryton.rpc.TrytonException when Tryton does not answer
     */
    void send(Message message, PartyMapping mapping, BooleanSupplier stopped);
}
