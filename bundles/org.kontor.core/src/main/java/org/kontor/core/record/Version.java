/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** What a change is based on, of things of which an account has one or none. Stateless. */
public final class Version {
    private Version() {}

    /**
     * @param is null when there is none
     * @param given null when the caller says that there is none
     * @param what for the message
     * @throws KontorException {@code version_required}, {@code stale_version}
     */
    public static void require(Long is, Long given, String what) {
        if (is == null ? given == null : is.equals(given)) {
            return;
        }
        if (given == null) {
            throw new KontorException(
                    ErrorCode.VERSION_REQUIRED,
                    "There is a " + what + " already, at version " + is + ". Say which one the change is based on.");
        }
        throw new KontorException(
                ErrorCode.STALE_VERSION,
                is == null
                        ? "There is no " + what + " yet; say no version."
                        : "The " + what + " is at version " + is + ", the change is based on version " + given
                                + ". Read it again.");
    }
}
