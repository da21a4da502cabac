/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import javax.servlet.http.HttpServletRequest;

import org.kontor.http.Door;

/**
 * A browser adds the cookie of a session to each request, whoever made it. So one that would change something shows a token,
 * which only our own pages can know. Stateless.
 */
final class Csrf {
    static final String HEADER = "X-CSRF-Token";

    private Csrf() {}

    static boolean mayCall(HttpServletRequest request) {
        return Door.session(request)
                .map(call -> reads(request) || matches(request.getHeader(HEADER), call.csrfToken()))
                .orElse(true);
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** In a time that does not tell how much of it fits. */
    private static boolean matches(String given, String token) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
