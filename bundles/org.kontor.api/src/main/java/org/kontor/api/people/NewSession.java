/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.Source;

/**
 * Somebody wants to begin a session.
 *
 * @param client what the browser says that it is, or null
 * @param replaced secret of the session that the browser had until now, or null; that one ends
 * @param correlation ties log lines, answers and audit entries of the call together
 */
public record NewSession(
        String login, char[] password, String client, String replaced, Source source, String correlation) {
    @Override
    public String toString() {
        return "new session";
    }
}
