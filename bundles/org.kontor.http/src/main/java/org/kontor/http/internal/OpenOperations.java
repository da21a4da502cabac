/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.Set;

import javax.servlet.http.HttpServletRequest;

/** Operations that see for themselves who calls, as they are how somebody signs in. Stateless. */
final class OpenOperations {
    private static final Set<String> PATHS = Set.of("/api/v1/session", "/api/v1/portal-visits/redeem");

    private OpenOperations() {}

    static boolean isOne(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return request.getMethod().equals("POST") && path != null && PATHS.contains(path);
    }
}
