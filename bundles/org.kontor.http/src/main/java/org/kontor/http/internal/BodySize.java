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

    /** Taken line by line and never held as a whole; a line has its own bound. */
    private static final BodySize STREAM = new BodySize(0);

    /** What the setting of content allows at most; that one is looked at while the file is read to disk. */
    private static final BodySize CONTENT = new BodySize(10 << 10);

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
        return CONTENT_FILE.matcher(path).matches() ? CONTENT : LARGER.getOrDefault(path, USUAL);
    }

    boolean isUnbounded() {
        return mebibytes == 0;
    }

    /** Whether the body may be refused in the middle by who reads it, while the client still sends. */
    boolean hasBoundBehind() {
        return equals(CONTENT);
    }

    long bytes() {
        return (long) mebibytes << 20;
    }

    String message() {
        return "A body may have at most " + mebibytes + " MiB.";
    }
}
