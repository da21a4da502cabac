/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;

/**
 * What is to be written to one record of an external system.
 *
 * @param record ours
 * @param existing the record there, as it was read just before; null to create one
 * @param values what it is to hold, by the names of {@link Outgoing}: of one that exists only what is other than before
 */
public record RemoteWrite(BusinessRecord record, RemoteRecord existing, Map<String, Object> values) {
    public RemoteWrite {
        Objects.requireNonNull(record, "record");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isCreate() {
        return existing == null;
    }

    /** What a record that is created here is to carry there, so that it is found again when the answer is lost. */
    public UUID key() {
        return record.id();
    }
}
