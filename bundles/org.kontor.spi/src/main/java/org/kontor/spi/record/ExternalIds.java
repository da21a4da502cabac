/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.CrossReference;

/** What an id of an external system may look like. Stateless. */
public final class ExternalIds {
    public static final int MAX_CONNECTION = 60;
    public static final int MAX_LENGTH = 200;

    private ExternalIds() {}

    /** Whether it can be stored and looked for: not blank, not too long, printable. */
    public static boolean isStorable(String externalId) {
        return isStorable(externalId, MAX_LENGTH);
    }

    /**
     * @param field how the door calls the reference, for the message
     * @throws KontorException {@code invalid_input}
     */
    public static void check(String field, CrossReference reference) {
        check(field + ".connection", reference.connection(), MAX_CONNECTION);
        check(field + ".externalId", reference.externalId(), MAX_LENGTH);
    }

    /** @throws KontorException {@code invalid_input} */
    public static void check(String field, String externalId) {
        check(field, externalId, MAX_LENGTH);
    }

    private static void check(String field, String text, int most) {
        if (!isStorable(text, most)) {
            throw KontorException.invalid(
                    field, "malformed_id", "Must be 1 to " + most + " printable characters.", text);
        }
    }

    /** @param most UTF-16 units */
    public static boolean isStorable(String text, int most) {
        return text != null
                && !text.isBlank()
                && text.length() <= most
                && text.codePoints().noneMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF);
    }
}
