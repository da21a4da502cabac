/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.Map;
import java.util.regex.Pattern;

import javax.servlet.http.HttpServletRequest;

import org.kontor.http.Door;

/**
 * How large a body may be (X3): one bound for all, and the paths that may take more because they read in bounded memory.
 *
 * @param mebibytes for people; 0 for no bound at all
 */
record BodySize(int mebibytes) {
    private static final BodySize USUAL = new BodySize(1);

    /** Never held in memory as a whole: taken line by line, where a line has its own bound, or read to disk. */
    private static final BodySize STREAM = new BodySize(0);

    /** A file of content, which is read to disk; how large it may be is a setting of its own. */
    private static final Pattern CONTENT_FILE =
            Pattern.compile(Pattern.quote(Door.PATH) + "/api/v1/content/(files|[^/]+/file)");

    /** Whole paths; what stands below them has the usual bound. */
    private static final Map<String, BodySize> LARGER = Map.of(
            Door.PATH + "/api/v1/imports",
            new BodySize(50),
            Door.PATH + "/api/v1/imports/preview",
            new BodySize(50),
            Door.PATH + "/api/v1/customers:bulk",
            STREAM,
            Door.PATH + "/api/v1/locations:bulk",
            STREAM);

    static BodySize of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return CONTENT_FILE.matcher(path).matches() ? STREAM : LARGER.getOrDefault(path, USUAL);
    }

    boolean isUnbounded() {
        return mebibytes == 0;
    }

    long bytes() {
        return (long) mebibytes << 20;
    }

    String message() {
        return "A body may have at most " + mebibytes + " MiB.";
    }
}
