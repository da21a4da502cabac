/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/** Remembers and forgets wrong passwords: how many, never which. */
public interface WrongPasswordWriter extends WrongPasswordReader {
    /**
     * Counts one more; two at once are two.
     *
     * @param inARowSince earlier ones do not count any more
     */
    void add(UUID subject, Instant at, Instant inARowSince);

    void forget(UUID subject);
}
