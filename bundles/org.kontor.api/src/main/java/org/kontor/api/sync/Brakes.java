/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;

import org.kontor.api.call.CallContext;

/** Runs that would archive too much, and wait for a person (requirement S8). Thread-safe. */
public interface Brakes {
    /** By connection and type. */
    List<Braked> list(CallContext context);

    /**
     * Lets the connection archive as many as it finds, until a run of it completes.
     *
     * @return what was released
     * @throws org.kontor.api.error.KontorException {@code not_found} when nothing of the connection is stopped, {@code
     *     access_denied}
     */
    List<Braked> release(CallContext context, String connection);
}
