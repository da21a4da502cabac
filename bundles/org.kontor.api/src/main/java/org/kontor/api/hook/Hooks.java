/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.hook;

import org.kontor.api.call.CallContext;

/** The hooks that routes listen to (requirement S2). Thread-safe. */
public interface Hooks {
    /**
     * Gives the call to the route that listens, and comes back when the route ended well.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied} for callers that are neither INTEGRATION nor
     *     administrators, {@code not_found} where no route listens, {@code unavailable} while the route starts, stops or is
     *     replaced, {@code too_many_requests} while it has its hands full, {@code route_failed} when it failed or took too long
     */
    void call(CallContext context, HookCall call);
}
