/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

/** A call to Tryton failed. The message is for an administrator: what was tried and what came back; never a secret. */
public class TrytonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrytonException(String message) {
        this(message, null);
    }

    public TrytonException(String message, Throwable cause) {
        super(message, cause);
    }
}
