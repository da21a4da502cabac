/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.util.List;
import java.util.TreeSet;

import org.kontor.api.custom.Declaration;
import org.kontor.api.record.CustomField;

/** The custom fields that have a column of an export. Stateless. */
public final class CustomColumns {
    private CustomColumns() {}

    /** One for each key, in their order; accounts side by side may have declared the same. */
    public static List<CustomField> of(List<Declaration> declarations) {
        return List.copyOf(
                new TreeSet<>(declarations.stream().map(Declaration::field).toList()));
    }
}
