/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;

/** A request that carries an Idempotency-Key. For one request and thread. */
final class Once {
    static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final byte[] body;
    private final RequestKey key;
    private final AtomicBoolean replayed = new AtomicBoolean();

    /** Reads the body, which the gate keeps small: key and all that is asked for belong together. */
    Once(HttpServletRequest request, String key, InputStream body) {
        try {
            this.body = body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.key = RequestKey.of(KEY, key, digest(request, this.body)).whenRepeated(() -> replayed.set(true));
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = request.getMethod() + " " + request.getRequestURI() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    CallContext of(CallContext caller) {
        return caller.withRequest(key);
    }

    InputStream body() {
        return new ByteArrayInputStream(body);
    }

    /** To be called behind the work. */
    Response.ResponseBuilder tell(Response.ResponseBuilder response) {
        return replayed.get() ? response.header(REPLAYED, true) : response;
    }
}
