/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.record.FieldValues;

/**
 * Digest of all that a request says, so that another request under the same name is found out. Lengths stand before what
 * they measure: no two requests read the same. Not thread-safe.
 */
final class RequestDigest {
    private final MessageDigest digest;

    private RequestDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static RequestDigest of(String operation) {
        return new RequestDigest().add(operation);
    }

    /** @param part text, number, id, a collection of such, fields or lists of fields; or null */
    RequestDigest add(Object part) {
        if (part instanceof FieldValues values) {
            write("fields " + values.size());
            values.forEach((field, value) -> add(field.path()).add(value));
        } else if (part instanceof Collection<?> list) {
            write("list " + list.size());
            list.forEach(this::add);
        } else if (part == null) {
            write("nil");
        } else {
            String text = part.toString();
            write("text " + text.length());
            write(text);
        }
        return this;
    }

    private void write(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /**
     * The call under the caller's own name for it; without one the call as it was.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input}
     */
    CallContext named(CallContext caller, String requestId) {
        return requestId == null
                ? caller
                : caller.withRequest(
                        RequestKey.of("requestId", requestId, HexFormat.of().formatHex(digest.digest())));
    }
}
