/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

/** Tryton is not reached, does not answer in time, or says that it cannot answer now: status 429, 500 and above. */
public final class AwayException extends TrytonException {
    private static final long serialVersionUID = 1L;

    AwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
