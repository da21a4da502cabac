/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.record.RecordType;

/** Which conflicts; null does not restrict. */
public record ConflictQuery(String connection, RecordType type, UUID recordId, String field) {
    public static final ConflictQuery ALL = new ConflictQuery(null, null, null, null);
}
