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
     * Starts a stopped or paused connection; it also starts with Kontor from now on. Comes back before the connection is up.
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
     * Holds a connection, for example while the other system is worked on: a run that is under way ends with the batch that
     * it is at, and nothing begins until {@link #resume}, also not after a restart: its configuration then says {@code paused
     * = true}. Comes back before that is so. Nothing happens to one that is paused already.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code unavailable} when it is
     *     stopped
     */
    void pause(CallContext context, String name);

    /**
     * Lets a paused connection go on from where it stood. Comes back before it is up. Nothing happens to one that is not
     * paused.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void resume(CallContext context, String name);

    /**
     * Reads what is new there now, and not only when its schedule says so; a connection that waits because the other side
     * was away tries at once. Comes back before anything is read.
     *
     * @return false when a run is under way already; nothing else is begun then
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code unavailable} when the
     *     connection is stopped, paused, failed or not yet up
     */
    boolean sync(CallContext context, String name);

    /**
     * Reads something once more, beside what is new; where the connection stands is not touched. Comes back before anything
     * is read; how it goes is told by a run.
     *
     * @throws org.kontor.api.error.KontorException like {@link #sync}; {@code invalid_input} with the rule {@code not_offered}
     *     when the connector cannot read that once more; {@code too_many_requests} when too much is asked for already
     */
    void again(CallContext context, String name, Again again);
}
