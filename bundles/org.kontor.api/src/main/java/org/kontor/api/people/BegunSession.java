/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/**
 * A session that has just begun.
 *
 * @param secret what the browser sends with each request; told this once
 */
public record BegunSession(String secret, SessionCall call) {
    @Override
    public String toString() {
        return call.toString();
    }
}
