/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.kontor.api.error.ErrorCode;
import org.kontor.http.Door;

/** Problem documents (RFC 9457) of the gate itself; their texts are constants, so nothing needs to be escaped. Stateless. */
final class Problems {
    private Problems() {}

    static void write(
            HttpServletRequest request, HttpServletResponse response, int status, ErrorCode code, String detail)
            throws IOException {
        byte[] body = ("{\"type\":\"urn:kontor:error:" + code.code() + "\",\"status\":" + status + ",\"code\":\""
                        + code.code() + "\",\"detail\":\"" + detail + "\",\"correlation\":\""
                        + Door.correlation(request) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
