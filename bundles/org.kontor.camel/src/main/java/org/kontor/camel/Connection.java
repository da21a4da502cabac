/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Clock;

import org.kontor.api.sync.Synchronisation;

/**
 * One connection as its connector sees it.
 *
 * @param name from the configuration's file name: {@code org.kontor.connection-NAME.cfg}
 * @param settings what the configuration says
 * @param monitor where the routes tell how they do
 * @param synchronisation the engine, for cursors and remembered rows; records go through {@code kontor:upsert}
 * @param calls the way out for all calls to the external system
 */
public record Connection(
        String name, Settings settings, Monitor monitor, Synchronisation synchronisation, Calls calls) {
    /** One with a way out of its own that counts no calls of the day: for tests. */
    public Connection(String name, Settings settings, Monitor monitor, Synchronisation synchronisation) {
        this(name, settings, monitor, synchronisation, new Calls(name, settings, Quota.NONE, Clock.systemUTC()));
    }
}
