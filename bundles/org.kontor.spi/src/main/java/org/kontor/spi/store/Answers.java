/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.call.RequestKey;

/** Remembers what was answered to a request with a key, in the transaction of the request itself (requirement V1). */
public interface Answers {
    Duration KEPT = Duration.ofHours(24);

    /** Longest answer, in characters. */
    int MAX_LENGTH = 1_000_000;

    /**
     * Claims the key, or gives what was answered under it. Of two requests at once the second one waits for the first.
     *
     * @throws org.kontor.api.error.KontorException {@code idempotency_conflict} when the key was used for another request
     */
    Optional<String> claim(UUID actor, RequestKey request);

    /**
     * Remembers the answer to a claimed request.
     *
     * @throws org.kontor.api.error.KontorException {@code body_too_large} when it is longer than {@value #MAX_LENGTH}
     */
    void remember(UUID actor, RequestKey request, String answer);

    /** Forgets what was answered before that moment. */
    int forget(Instant before);
}
