/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.rules;

import java.util.ArrayList;
import java.util.List;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;

/** The rules that a record must meet by itself, without a look at others. Stateless. */
public final class RecordRules {
    private RecordRules() {}

    /** Raw values checked field by field; what is refused is missing from the answer and told in the violations. */
    public static FieldValues check(FieldValues raw, List<Violation> violations) {
        FieldValues.Builder checked = FieldValues.builder();
        raw.forEach((field, value) -> checked.set(field, FieldRules.check(field, value, violations)));
        return checked.build();
    }

    /** What the whole record must meet; fields that already have a violation are left out. */
    public static List<Violation> whole(RecordType type, FieldValues values, List<Violation> known) {
        List<Violation> found = new ArrayList<>();
        for (Field field : type.fields()) {
            if (field.required() && field != type.codeField() && values.get(field) == null && !told(field, known)) {
                found.add(new Violation(field.path(), "required", "Must be given.", null));
            }
        }
        switch (type) {
            case CUSTOMER -> {
                region(CustomerField.ADDRESS_REGION, CustomerField.ADDRESS_COUNTRY, values, found);
                region(CustomerField.BILLING_ADDRESS_REGION, CustomerField.BILLING_ADDRESS_COUNTRY, values, found);
            }
            case LOCATION -> region(LocationField.ADDRESS_REGION, LocationField.ADDRESS_COUNTRY, values, found);
            case ACCOUNT -> {
                // nothing beyond its fields; its place is checked in the tree
            }
        }
        return found;
    }

    /** The region of the address, where the values have none though their country has regions; else null. */
    public static Field missingRegion(RecordType type, FieldValues values) {
        return switch (type) {
            case CUSTOMER -> missing(CustomerField.ADDRESS_REGION, CustomerField.ADDRESS_COUNTRY, values);
            case LOCATION -> missing(LocationField.ADDRESS_REGION, LocationField.ADDRESS_COUNTRY, values);
            case ACCOUNT -> null;
        };
    }

    private static Field missing(Field region, Field country, FieldValues values) {
        String code = values.text(country);
        return code != null && values.get(region) == null && KnownCodes.isDivided(code) ? region : null;
    }

    private static boolean told(Field field, List<Violation> known) {
        return known.stream().anyMatch(violation -> violation.field().equals(field.path()));
    }

    private static void region(Field region, Field country, FieldValues values, List<Violation> found) {
        String code = values.text(region);
        if (code != null && values.get(country) != null && !code.startsWith(values.text(country) + "-")) {
            found.add(new Violation(
                    region.path(),
                    "other_country",
                    "Must be a region of the country " + values.text(country) + ".",
                    code));
        }
    }
}
