/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/** Sessions of people in browsers. What is begun or ended counts at once, on all nodes. Thread-safe. */
public interface Sessions {
    /** Sessions of a person at the same time; with one more, the one that began first ends. */
    int MAX_LIVE = 20;

    /** How much is kept of what a browser says that it is. */
    int MAX_CLIENT = 200;

    /**
     * Begins a session by password, always under a new secret; audited.
     *
     * @return empty when login or password are wrong or the person is disabled: which of these is not told
     * @throws org.kontor.api.error.KontorException as {@link SignIn#byPassword}
     */
    Optional<BegunSession> begin(NewSession order);

    /** The caller's sessions that count, newest first. */
    List<Session> list(CallContext context);

    /**
     * Ends a session of the caller; audited.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}
     */
    void end(CallContext context, UUID id);

    /**
     * Ends all sessions of the caller but one; audited.
     *
     * @param kept null for none
     * @return how many ended
     */
    int endOthers(CallContext context, UUID kept);
}
