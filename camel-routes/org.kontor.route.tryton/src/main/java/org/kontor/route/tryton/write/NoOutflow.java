/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.function.BooleanSupplier;

import org.apache.camel.Message;

import org.kontor.api.record.RecordType;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.spi.sync.Outbound;

/** Nothing is sent: where the connection stood when it did, once, is forgotten. Called by one thread at a time. */
public final class NoOutflow implements Outflow {
    private final Outbound outbound;
    private final String connection;
    private boolean forgotten;

    public NoOutflow(Outbound outbound, String connection) {
        this.outbound = outbound;
        this.connection = connection;
    }

    @Override
    public void settle(Message message, PartyMapping mapping) {
        if (!forgotten) {
            outbound.forget(connection, RecordType.CUSTOMER);
            outbound.forget(connection, RecordType.LOCATION);
            forgotten = true;
        }
    }

    @Override
    public void send(Message message, PartyMapping mapping, BooleanSupplier stopped) {
        // ours stays ours
    }
}
