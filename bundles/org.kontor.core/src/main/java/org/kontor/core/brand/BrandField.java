/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.brand;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.ValueType;
import org.kontor.spi.mail.BrandRules;

/** Texts of a brand: lines, as those of records. */
enum BrandField implements Field {
    NAME("name", BrandRules.MAX_NAME),
    COLOUR("colour", 20),
    TEXT_EN("text.en", BrandField.MAX_TEXT),
    TEXT_FR("text.fr", BrandField.MAX_TEXT);

    private static final int MAX_TEXT = 300;

    private final FieldSpec spec;

    BrandField(String path, int maxLength) {
        this.spec = FieldSpec.optional(path, ValueType.TEXT, maxLength, "");
    }

    static BrandField text(String language) {
        return language.equals("fr") ? TEXT_FR : TEXT_EN;
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }
}
