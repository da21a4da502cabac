/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Clock;

import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.CallSettings;
import org.kontor.camel.Calls;
import org.kontor.camel.Monitor;
import org.kontor.camel.Quota;
import org.kontor.camel.Settings;
import org.kontor.camel.component.Claims;
import org.kontor.camel.component.HookListeners;
import org.kontor.camel.component.KontorComponent;
import org.kontor.spi.store.StoreCheck;
import org.kontor.spi.store.UnitOfWork;

/** Makes the component {@code kontor:} of each connection, on the services that all of them share. */
record Components(
        Synchronisation synchronisation,
        ChangeFeed feed,
        UnitOfWork unitOfWork,
        StoreCheck store,
        Claims claims,
        HookListeners hooks,
        Traces traces) {
    /** The way out for the calls of a connection. */
    Calls calls(String connection, Settings settings) {
        int perDay = CallSettings.from(settings).perDay();
        Quota quota = new StoredQuota(unitOfWork, synchronisation.caller(connection), connection, perDay);
        return new Calls(connection, settings, quota, Clock.systemUTC());
    }

    KontorComponent of(String connection, Monitor monitor) {
        return new KontorComponent(
                connection,
                synchronisation,
                new StoredFeed(feed, unitOfWork, store, synchronisation.caller(connection)),
                claims,
                hooks,
                monitor);
    }
}
