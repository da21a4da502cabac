/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.hook;

import java.util.Map;
import java.util.Objects;

/**
 * A call of a hook.
 *
 * @param hook its name
 * @param contentType what the body is, as the caller said; or null
 * @param body as text
 * @param headers what else the caller said, by name; at most {@value #MAX_HEADERS}, each of at most {@value #MAX_LENGTH}
 *     characters; never a sign-in
 */
public record HookCall(String hook, String contentType, String body, Map<String, String> headers) {
    public static final int MAX_HEADERS = 20;
    public static final int MAX_LENGTH = 1000;

    public HookCall {
        Objects.requireNonNull(hook, "hook");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** Names only: bodies and values may be personal or secret and must not reach a log by accident. */
    @Override
    public String toString() {
        return "call of hook " + hook + " with " + headers.keySet();
    }
}
