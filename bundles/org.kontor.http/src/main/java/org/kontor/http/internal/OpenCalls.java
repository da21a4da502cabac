/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

import org.kontor.http.Allowances;

/**
 * The few calls that see for themselves who calls: to sign in, to sign up and to confirm it, and those of a portal that asks who
 * comes. Other credentials are not looked at. Each address may make so many. Thread-safe.
 */
final class OpenCalls {
    private static final Pattern PATH = Pattern.compile(
            "/api/v[0-9]+/(session|sign-ups/[A-Za-z0-9-]{1,100}|sign-up-confirmations|portal-visits/redeem)");

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
