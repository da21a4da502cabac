/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

import org.kontor.http.Allowances;

/**
 * The few calls that people make who have no sign-in yet: to sign up, and to confirm it. Whatever they sign in with is not looked at.
 * Each address may make so many. Thread-safe.
 */
final class OpenCalls {
    private static final Pattern PATH =
            Pattern.compile("/api/v[0-9]+/(sign-ups/[A-Za-z0-9-]{1,100}|sign-up-confirmations)");

    private final Allowances<String> allowances = new Allowances<>(5, 100, System::nanoTime);

    static boolean isOne(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return request.getMethod().equals("POST")
                && path != null
                && PATH.matcher(path).matches();
    }

    Allowances.Verdict count(HttpServletRequest request) {
        return allowances.count(request.getRemoteAddr());
    }
}
