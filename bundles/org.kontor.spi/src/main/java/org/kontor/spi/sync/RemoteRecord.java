/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Objects;

import org.kontor.api.sync.SourceRecord;

/**
 * A record as it is in an external system at one moment.
 *
 * @param told mapped to our fields
 * @param state the connector's own: what lets it notice that the record was changed since (a version, time stamps); or null
 */
public record RemoteRecord(SourceRecord told, Object state) {
    public RemoteRecord {
        Objects.requireNonNull(told, "told");
    }
}
