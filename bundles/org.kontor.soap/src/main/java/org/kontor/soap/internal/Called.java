/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import javax.servlet.http.HttpServletRequest;

import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.http.Door;

/** The call that the thread serves. Stateless. */
final class Called {
    private static final String NOTED = Called.class.getName();

    private Called() {}

    /** The HTTP request; notes that it was read and came as far as an operation. */
    static HttpServletRequest request() {
        HttpServletRequest http = (HttpServletRequest)
                PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        http.setAttribute(NOTED, Boolean.TRUE);
        return http;
    }

    /** Whether the request was read and came as far as an operation. */
    static boolean isNoted(HttpServletRequest http) {
        return http.getAttribute(NOTED) != null;
    }

    /** @throws org.kontor.api.error.KontorException {@code unauthenticated} */
    static CallContext by(HttpServletRequest http) {
        return Door.caller(http, Source.SOAP);
    }
}
