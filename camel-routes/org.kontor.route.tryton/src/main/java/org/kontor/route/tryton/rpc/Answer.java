/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads what came back for a call. */
final class Answer {
    static final long MOST = 64L * 1024 * 1024;
    private static final int SHOWN = 500;

    private Answer() {}

    /**
     * The result of the call.
     *
     * @throws SessionLostException status 401
     * @throws RefusedException an error inside an answer of status 200
     * @throws AwayException status 429, or 500 and above
     * @throws TrytonException any other status, or no answer of Tryton's
     */
    static JsonNode result(String method, int status, InputStream body) throws IOException {
        switch (status) {
            case 200 -> {}
            case 401 -> throw new SessionLostException(method);
            case 403 -> throw new TrytonException("Tryton does not allow " + method + " (status 403).");
            case 404 -> throw new TrytonException(
                    "There is no such database (status 404 to " + method + "): check the last part of the url.");
            case 429 -> throw new AwayException("Tryton saw too many attempts to sign in (status 429).", null);
            default -> {
                String message = "Tryton answered " + method + " with status " + status + ".";
                throw status >= 500 ? new AwayException(message, null) : new TrytonException(message);
            }
        }
        JsonNode answer;
        try {
            answer = Call.JSON.readTree(new BoundedStream(body, MOST));
        } catch (JsonProcessingException e) {
            throw new TrytonException("What answered " + method + " is not a Tryton: no JSON came back.", e);
        }
        JsonNode error = answer.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw refused(method, error);
        }
        if (!answer.has("result")) {
            throw new TrytonException("What answered " + method + " is not a Tryton: no result came back.");
        }
        return answer.get("result");
    }

    /** {@code [type, [message, description, domain]]} from the rules, {@code [text, traceback]} from a fault. */
    private static RefusedException refused(String method, JsonNode error) {
        String type = error.path(0).asText("unknown error");
        JsonNode detail = error.path(1);
        // The trace of a fault speaks of Tryton's inner parts: its own log has it too.
        String description = detail.isArray() ? detail.path(0).asText("") : "";
        return new RefusedException(method, shorten(type), shorten(description));
    }

    private static String shorten(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
