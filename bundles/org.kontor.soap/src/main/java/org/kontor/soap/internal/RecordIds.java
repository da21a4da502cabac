/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.UUID;
import java.util.regex.Pattern;

import org.kontor.api.error.KontorException;

/** Ids of records as clients write them. */
final class RecordIds {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private RecordIds() {}

    /** @throws KontorException {@code invalid_input}: the JDK's own parser takes short forms, which would be other ids */
    static UUID parse(String field, String text) {
        if (!ID.matcher(text.strip()).matches()) {
            throw KontorException.invalid(field, "malformed_id", "Must be the id of a record.", text);
        }
        return UUID.fromString(text.strip());
    }
}
