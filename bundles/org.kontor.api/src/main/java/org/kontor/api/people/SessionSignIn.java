/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Optional;

/** Checks who calls with a session. Thread-safe; safe to call for every request. */
public interface SessionSignIn {
    /**
     * @param secret as the browser sends it
     * @return empty when there is no such session, when it has ended, or the person is disabled or has another password by
     *     now: which of these is not told
     * @throws org.kontor.api.error.KontorException {@code account_suspended} when all accounts of the person are
     */
    Optional<SessionCall> bySecret(String secret);
}
