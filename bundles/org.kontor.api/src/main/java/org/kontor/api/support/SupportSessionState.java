/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.support;

/** How far a support session came. It follows from the time; nothing has to run for it. */
public enum SupportSessionState {
    /** It waits for an answer. */
    REQUESTED,
    /** It was granted and is running. */
    ACTIVE,
    /** It was not granted. */
    REFUSED,
    /** One of the sides ended it, or the request was taken back. */
    ENDED,
    /** Its time is over, or nobody answered in time. */
    EXPIRED
}
