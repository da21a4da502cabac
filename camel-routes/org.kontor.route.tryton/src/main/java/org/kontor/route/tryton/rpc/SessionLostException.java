/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

/** Tryton does not know the session, or not the user: HTTP status 401. */
final class SessionLostException extends TrytonException {
    private static final long serialVersionUID = 1L;

    SessionLostException(String method) {
        super("Tryton answered " + method + " with status 401: not signed in.");
    }
}
