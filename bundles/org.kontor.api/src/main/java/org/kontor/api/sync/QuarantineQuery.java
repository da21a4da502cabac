/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.record.RecordType;

/** Which records of the quarantine; null does not restrict. */
public record QuarantineQuery(String connection, RecordType type, UUID recordId, String error) {
    public static final QuarantineQuery ALL = new QuarantineQuery(null, null, null, null);
}
