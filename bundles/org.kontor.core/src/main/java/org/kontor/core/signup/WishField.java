/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.signup;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.ValueType;

/** What who signs up tells: by the rules that names and e-mails of records have. */
enum WishField implements Field {
    COMPANY("company", ValueType.TEXT, 200),
    NAME("name", ValueType.TEXT, 200),
    EMAIL("email", ValueType.EMAIL, 254);

    private final FieldSpec spec;

    WishField(String path, ValueType type, int maxLength) {
        this.spec = FieldSpec.required(path, type, maxLength, "");
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }
}
