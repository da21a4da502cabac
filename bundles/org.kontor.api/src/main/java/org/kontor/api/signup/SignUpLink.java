/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import java.util.UUID;

/**
 * What the link of a sign-up is worth now.
 *
 * @param page the partner, whose look the page has; null for a link that is unknown
 * @param company that the account is for; null unless the link counts
 */
public record SignUpLink(State state, UUID page, String company) {
    /** What there is to do with it. */
    public enum State {
        /** Who follows it chooses a password. */
        PASSWORD,
        /** The person is known here and keeps the password. */
        KNOWN,
        /** The person is known here, by a password that others may know: a new one is set by mail first, then the link counts. */
        NOT_PROVEN,
        /** It was one: it is used or expired. */
        OVER,
        /** It never was one, or its page is no more. */
        UNKNOWN
    }

    /** Whether it can be confirmed. */
    public boolean counts() {
        return state == State.PASSWORD || state == State.KNOWN;
    }
}
