/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/** What a token may do at most. It narrows what its owner may do, and never adds to it. */
public enum TokenScope {
    /** To read what the owner reads; changes nothing. */
    READ,
    /** To read and change records and call hooks, as far as the owner may; looks after no connections and no people. */
    WRITE,
    /** All that the owner may do with a token. */
    FULL
}
