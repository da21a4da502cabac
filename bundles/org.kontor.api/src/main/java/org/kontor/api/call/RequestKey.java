/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.Objects;

import org.kontor.api.error.KontorException;

/**
 * The caller's own name for a request, so that the same request sent again is done once (requirement V1: kept 24 hours).
 *
 * @param key chosen by the caller, unique among the caller's requests; 1 to {@value #MAX_LENGTH} printable ASCII characters
 * @param digest of everything that the request says: another one under the same key is refused
 * @param repeated is run when the request was done before and its first answer is given again
 */
public record RequestKey(String key, String digest, Runnable repeated) {
    public static final int MAX_LENGTH = 200;

    public RequestKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(repeated, "repeated");
    }

    /**
     * @param field how the door calls the key, for the message: {@code Idempotency-Key}, {@code requestId}
     * @throws KontorException {@code invalid_input}
     */
    public static RequestKey of(String field, String key, String digest) {
        if (key.isEmpty() || key.length() > MAX_LENGTH || key.chars().anyMatch(c -> c < 0x21 || c > 0x7E)) {
            throw KontorException.invalid(
                    field,
                    "malformed_key",
                    "Must be 1 to " + MAX_LENGTH + " printable ASCII characters without spaces.",
                    key);
        }
        return new RequestKey(key, digest, () -> {});
    }

    /** The same key, which tells when its answer is one that was given before. */
    public RequestKey whenRepeated(Runnable told) {
        return new RequestKey(key, digest, told);
    }
}
