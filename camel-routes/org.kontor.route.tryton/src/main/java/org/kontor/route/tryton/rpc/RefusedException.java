/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

/** Tryton understood the call and refused it: an error inside an answer of status 200. */
public final class RefusedException extends TrytonException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /** @param type Tryton's name of the error, for example {@code UserError}; for an error of its own the first line */
    RefusedException(String method, String type, String description) {
        super("Tryton refused " + method + ": " + type + (description.isEmpty() ? "" : ": " + description));
        this.type = type;
    }

    public String type() {
        return type;
    }
}
