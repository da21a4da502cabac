/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/** The fields of a location (requirement C6). */
public enum LocationField implements Field {
    CODE(FieldSpec.required("code", ValueType.CODE, 64, "Unique in the managing account; made when not given.")),
    CUSTOMER(FieldSpec.reference("customerId", RecordType.CUSTOMER, true, "The customer it belongs to, for ever.")
            .filteredAs("customer")),
    PARENT(FieldSpec.reference(
                    "parentId",
                    RecordType.LOCATION,
                    false,
                    "The location of the same customer that this one is a part of.")
            .filteredAs("parent")),
    NAME(FieldSpec.required("name", ValueType.TEXT, 200, "Name of the site.")),
    TYPE(FieldSpec.choice("type", "What it is.", LocationType.values()).filteredAs("type")),
    STATUS(FieldSpec.choice("status", "Whether it is in use.", LocationStatus.values())
            .filteredAs("status")),
    ADDRESS_LINES(
            FieldSpec.optional("address.lines", ValueType.LINES, 120, "Street, house, building: at most five lines.")),
    ADDRESS_POSTAL_CODE(FieldSpec.optional("address.postalCode", ValueType.TEXT, 20, "Postal code.")),
    ADDRESS_CITY(FieldSpec.optional("address.city", ValueType.TEXT, 120, "City.")),
    ADDRESS_REGION(FieldSpec.optional("address.region", ValueType.REGION, 6, "ISO 3166-2 code of the region.")),
    ADDRESS_COUNTRY(
            FieldSpec.optional("address.country", ValueType.COUNTRY, 2, "ISO 3166-1 alpha-2 code of the country.")
                    .filteredAs("country")),
    TIME_ZONE(FieldSpec.optional("timeZone", ValueType.TIME_ZONE, 64, "IANA name of the time zone.")),
    LATITUDE(FieldSpec.optional("latitude", ValueType.LATITUDE, 12, "Degrees north of the equator (WGS 84).")),
    LONGITUDE(FieldSpec.optional("longitude", ValueType.LONGITUDE, 12, "Degrees east of Greenwich (WGS 84).")),
    TAGS(FieldSpec.optional("tags", ValueType.TAGS, 50, "Free words to group locations by; at most fifty.")
            .filteredAs("tag"));

    private final FieldSpec spec;

    LocationField(FieldSpec spec) {
        this.spec = spec;
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }
}
