/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.record.RecordType;

/** What of what external systems did not take; null does not restrict. */
public record UnsentQuery(String connection, RecordType type, UUID recordId, String error) {
    public static final UnsentQuery ALL = new UnsentQuery(null, null, null, null);
}
