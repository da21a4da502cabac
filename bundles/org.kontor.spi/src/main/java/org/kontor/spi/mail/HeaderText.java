/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.mail;

import org.kontor.api.error.KontorException;

/** Text that goes into the head of a mail: one line of it must not become two (header injection). Stateless. */
public final class HeaderText {
    private HeaderText() {}

    /**
     * @param field what is named when it breaks the rule
     * @param text null is fine
     * @throws KontorException {@code invalid_input}, rule {@code control_character}
     */
    public static void require(String field, String text) {
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            // the value is not told: it would carry the line break further
            throw KontorException.invalid(
                    field, "control_character", "Must be one line, without line breaks and control characters.", null);
        }
    }
}
