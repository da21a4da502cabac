/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.Sort;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.soap.v1.Find;

/** From the elements of {@code find} to a query. */
final class Queries {
    private Queries() {}

    /** @throws KontorException {@code invalid_input} for a name that is not known */
    static RecordQuery toQuery(Find find) {
        return new RecordQuery(
                find.getText(),
                RecordQuery.ALL.match(),
                find.getCountry() == null ? Map.of() : Map.of(CustomerField.ADDRESS_COUNTRY, find.getCountry()),
                named(Archived.class, "archived", find.getArchived(), RecordQuery.ALL.archived()),
                new Sort(
                        named(
                                SortKey.class,
                                "sort",
                                find.getSort(),
                                RecordQuery.ALL.sort().key()),
                        Boolean.TRUE.equals(find.isDescending())),
                find.getLimit() == null ? RecordQuery.DEFAULT_LIMIT : find.getLimit(),
                find.getCursor());
    }

    private static <E extends Enum<E>> E named(Class<E> choices, String field, String name, E absent) {
        if (name == null || name.isBlank()) {
            return absent;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> KontorException.invalid(
                        field,
                        "unknown_choice",
                        "Must be one of "
                                + Arrays.stream(choices.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        name));
    }
}
