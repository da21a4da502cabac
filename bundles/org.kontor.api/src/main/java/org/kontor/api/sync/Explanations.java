/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;

/** Tells why records look as they do (requirement S16). Reads only; a fixed number of queries a call. Thread-safe. */
public interface Explanations {
    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    Explanation of(CallContext context, RecordType type, UUID id);

    /**
     * The record that stands for one of an external system.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    Explanation ofExternal(CallContext context, RecordType type, String connection, String externalId);
}
