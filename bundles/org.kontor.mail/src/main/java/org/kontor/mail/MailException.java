/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

/** A mail was not taken. The message is one line for an administrator; never a secret. */
public final class MailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    public MailException(String message, boolean permanent) {
        super(message, null, false, false);
        this.permanent = permanent;
    }

    /** Whether another try would end alike, because there is no such address. */
    public boolean isPermanent() {
        return permanent;
    }
}
