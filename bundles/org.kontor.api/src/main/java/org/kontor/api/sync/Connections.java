/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;

import org.kontor.api.call.CallContext;

/** Reads the configured connections. Thread-safe. */
public interface Connections {
    /** All connections, by name. */
    List<ConnectionStatus> list(CallContext context);
}
