/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

import java.util.Arrays;
import java.util.List;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/** The fields of a location (requirement C6). */
public enum LocationField implements Field {
    CODE("code", ValueType.CODE, 64, "Unique in the managing account; made when not given."),
    CUSTOMER("customerId", ValueType.REFERENCE, 36, "The customer it belongs to, for ever."),
    PARENT("parentId", ValueType.REFERENCE, 36, "The location of the same customer that this one is a part of."),
    NAME("name", ValueType.TEXT, 200, "Name of the site."),
    TYPE("type", ValueType.CHOICE, 20, "What it is.", LocationType.values()),
    STATUS("status", ValueType.CHOICE, 20, "Whether it is in use.", LocationStatus.values()),
    ADDRESS_LINES("address.lines", ValueType.LINES, 120, "Street, house, building: at most five lines."),
    ADDRESS_POSTAL_CODE("address.postalCode", ValueType.TEXT, 20, "Postal code."),
    ADDRESS_CITY("address.city", ValueType.TEXT, 120, "City."),
    ADDRESS_REGION("address.region", ValueType.REGION, 6, "ISO 3166-2 code of the region."),
    ADDRESS_COUNTRY("address.country", ValueType.COUNTRY, 2, "ISO 3166-1 alpha-2 code of the country."),
    TIME_ZONE("timeZone", ValueType.TIME_ZONE, 64, "IANA name of the time zone."),
    LATITUDE("latitude", ValueType.LATITUDE, 12, "Degrees north of the equator (WGS 84)."),
    LONGITUDE("longitude", ValueType.LONGITUDE, 12, "Degrees east of Greenwich (WGS 84).");

    private final String path;
    private final ValueType valueType;
    private final int maxLength;
    private final String description;
    private final List<String> choices;

    LocationField(String path, ValueType valueType, int maxLength, String description, Enum<?>... choices) {
        this.path = path;
        this.valueType = valueType;
        this.maxLength = maxLength;
        this.description = description;
        this.choices = Arrays.stream(choices).map(Enum::name).toList();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public ValueType valueType() {
        return valueType;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public boolean required() {
        return this == NAME || this == CODE || this == CUSTOMER;
    }

    @Override
    public List<String> choices() {
        return choices;
    }

    @Override
    public RecordType target() {
        return switch (this) {
            case CUSTOMER -> RecordType.CUSTOMER;
            case PARENT -> RecordType.LOCATION;
            default -> null;
        };
    }

    @Override
    public String description() {
        return description;
    }
}
