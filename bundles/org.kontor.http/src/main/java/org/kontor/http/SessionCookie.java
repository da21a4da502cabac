/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** The cookie of a session. Scripts do not see it, and pages of other sites do not send it. Stateless. */
public final class SessionCookie {
    public static final String NAME = "kontor-session";

    private static final String PROTECTED = "; Path=" + Door.PATH + "; HttpOnly; SameSite=Strict";

    private SessionCookie() {}

    /** Whether the request brings one, of whatever value. */
    public static boolean isIn(HttpServletRequest request) {
        return all(request).findAny().isPresent();
    }

    /**
     * The secret of the session.
     *
     * @return empty also when there are several: one of them was set by somebody else
     */
    public static Optional<String> of(HttpServletRequest request) {
        Set<String> values = all(request).map(Cookie::getValue).collect(Collectors.toSet());
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    private static Stream<Cookie> all(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Stream.of(cookies).filter(one -> one.getName().equals(NAME) && one.getValue() != null);
    }

    /** What the header Set-Cookie says when a session has begun. It goes with the browser. */
    public static String begin(HttpServletRequest request, String secret) {
        return NAME + "=" + secret + PROTECTED + (isByTls(request) ? "; Secure" : "");
    }

    /** What it says when there is none any more. */
    public static String end() {
        return NAME + "=" + PROTECTED + "; Max-Age=0";
    }

    /** Behind a proxy the browser tells it: our own page was loaded by TLS. */
    private static boolean isByTls(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return request.isSecure() || origin != null && origin.regionMatches(true, 0, "https:", 0, 6);
    }
}
