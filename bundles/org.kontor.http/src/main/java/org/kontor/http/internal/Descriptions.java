/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.Locale;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

/** Which requests only read a description of an interface, and so need no sign-in. Stateless. */
final class Descriptions {
    private static final Pattern OPENAPI = Pattern.compile("/api/v[0-9]+/(openapi\\.json|docs(/([a-z][a-zA-Z.-]*)?)?)");
    private static final Pattern SOAP = Pattern.compile("/soap/v[0-9]+/[a-z]+");

    private Descriptions() {}

    static boolean isOne(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return false;
        }
        String path = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        if (path == null) {
            return false;
        }
        String query =
                request.getQueryString() == null ? "" : request.getQueryString().toLowerCase(Locale.ROOT);
        return OPENAPI.matcher(path).matches()
                || (query.equals("wsdl") || query.equals("singlewsdl"))
                        && SOAP.matcher(path).matches();
    }
}
