/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.net.URI;

import javax.servlet.http.HttpServletRequest;

/**
 * A browser that signed in once sends name and password with every request, also with one that a page of another site
 * makes. It says so in the header Origin (Fetch standard, 3.1); programs send none. Stateless.
 */
final class Origins {
    private Origins() {}

    static boolean mayCall(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
