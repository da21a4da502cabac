/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

/** Which requests have a body of any length, because it is taken line by line and never held as a whole. Stateless. */
final class Streams {
    private static final Pattern BULK = Pattern.compile("/api/v[0-9]+/(customers|locations):bulk");

    private Streams() {}

    static boolean isOne(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        return request.getMethod().equals("POST")
                && path != null
                && BULK.matcher(path).matches();
    }
}
