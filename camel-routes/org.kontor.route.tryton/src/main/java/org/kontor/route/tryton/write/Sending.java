/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.apache.camel.Message;

import org.kontor.api.sync.SyncRules;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.read.PollRun;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.spi.sync.Outbound;
import org.kontor.spi.sync.RemoteType;

/** Sends what we changed: customers before the locations that stand at them. Called by one thread at a time. */
public final class Sending implements Outflow {
    private static final String SOURCE = "sending";
    /** Of a call: somebody who changes a million records here must not keep theirs from being read. */
    private static final int PAGES = 25;

    private final Gateway gateway;
    private final Outbound outbound;
    private final PollRun run;

    public Sending(Gateway gateway, Outbound outbound, PollRun run) {
        this.gateway = gateway;
        this.outbound = outbound;
        this.run = run;
    }

    /** Finds out whether creates that were not answered were done. */
    @Override
    public void settle(Message message, PartyMapping mapping) {
        types(mapping)
                .forEach(type ->
                        outbound.settle(run.connection(), run.of(message, SOURCE), type, mapping.rules(type.type())));
    }

    @Override
    public void send(Message message, PartyMapping mapping, BooleanSupplier stopped) {
        for (RemoteType type : types(mapping)) {
            SyncRules rules = mapping.rules(type.type());
            boolean more = true;
            for (int page = 0; page < PAGES && more && !stopped.getAsBoolean(); page++) {
                more = outbound.send(run.connection(), run.of(message, SOURCE), type, rules)
                        .more();
            }
        }
    }

    private List<RemoteType> types(PartyMapping mapping) {
        return types(gateway, mapping);
    }

    /** What can be read and written record by record. */
    public static List<RemoteType> types(Gateway gateway, PartyMapping mapping) {
        Parties parties = new Parties(gateway, mapping);
        return List.of(new Customers(parties), new Locations(parties));
    }
}
