/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What is asked and answered, as it stands in a request and a response. Stateless. */
final class Replies {
    private static final String HTML = "text/html";

    private Replies() {}

    /** Empty when it is not given. */
    static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    static void nothing(HttpServletResponse response, Page page) throws IOException {
        write(response, 404, page.message("nothing", "nothinghere"));
    }

    static void write(HttpServletResponse response, int status, String html) throws IOException {
        write(response, status, HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type.startsWith("text/") ? type + ";charset=utf-8" : type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
