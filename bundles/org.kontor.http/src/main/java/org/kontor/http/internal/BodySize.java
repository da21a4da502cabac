/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.Map;

import javax.servlet.http.HttpServletRequest;

import org.kontor.http.Door;

/**
 * How large a body may be (X3): one bound for all, and the paths that may take more because they read in bounded memory.
 *
 * @param mebibytes for people
 */
record BodySize(int mebibytes) {
    private static final BodySize USUAL = new BodySize(1);

    /** Whole paths; what stands below them has the usual bound. */
    private static final Map<String, BodySize> LARGER = Map.of(
            Door.PATH + "/api/v1/imports", new BodySize(50),
            Door.PATH + "/api/v1/imports/preview", new BodySize(50));

    static BodySize of(HttpServletRequest request) {
        return LARGER.getOrDefault(request.getRequestURI(), USUAL);
    }

    long bytes() {
        return (long) mebibytes << 20;
    }

    String message() {
        return "A body may have at most " + mebibytes + " MiB.";
    }
}
