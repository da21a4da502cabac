/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.Actor;

/**
 * A session, as a request comes with it.
 *
 * @param csrfToken what a request that changes something must show beside the session's secret: pages of other sites cannot know it
 */
public record SessionCall(Session session, Actor actor, String csrfToken) {
    @Override
    public String toString() {
        return "session " + session.id();
    }
}
