/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;

import org.kontor.api.call.CallContext;

/** The configured connections. Thread-safe. */
public interface Connections {
    /** All connections, by name. */
    List<ConnectionStatus> list(CallContext context);

    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    ConnectionStatus get(CallContext context, String name);

    /**
     * Starts a stopped connection; it also starts with Kontor from now on. Comes back before the connection is up.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void start(CallContext context, String name);

    /**
     * Stops a connection; it stays stopped, also after a restart: its configuration then says {@code enabled = false}. A
     * run that is under way may end first. Comes back before the connection is down.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void stop(CallContext context, String name);

    /**
     * Reads what is new there now, and not only when its schedule says so; a connection that waits because the other side
     * was away tries at once. Comes back before anything is read.
     *
     * @return false when a run is under way already; nothing else is begun then
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code unavailable} when the
     *     connection is stopped, failed or not yet up
     */
    boolean sync(CallContext context, String name);
}
