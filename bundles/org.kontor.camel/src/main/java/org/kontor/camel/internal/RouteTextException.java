/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

/** A route file is wrong; the message says where and why, and no more of the text than a name. */
final class RouteTextException extends Exception {
    private static final long serialVersionUID = 1L;

    RouteTextException(String message) {
        super(message);
    }

    /** @param line from 1 */
    static RouteTextException at(int line, int column, String message) {
        return new RouteTextException("line " + line + ", column " + column + ": " + message);
    }
}
