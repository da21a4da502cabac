/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.Monitor;
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
