/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.HashMap;
import java.util.Map;

import org.kontor.api.custom.Declaration;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** The custom fields that are declared for a type of records. */
final class CustomWord {
    private CustomWord() {}

    /** @param archived whether those, too, that take no new values */
    static Map<String, Field> fields(Desk desk, RecordType type, boolean archived) {
        Map<String, Field> fields = new HashMap<>();
        for (Declaration declaration : desk.customFields().list(desk.call(), type)) {
            if (archived || !declaration.archived()) {
                fields.put(declaration.field().path(), declaration.field());
            }
        }
        return fields;
    }
}
