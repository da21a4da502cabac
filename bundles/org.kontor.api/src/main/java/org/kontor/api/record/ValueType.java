/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What kind of value a field holds, and so which rule it must meet. */
public enum ValueType {
    /** One line of text. */
    TEXT(String.class),
    /** Letters, digits and {@code - _ . / #}; unique in the managing account; compared exactly. */
    CODE(String.class),
    /** Up to five lines of text. */
    LINES(List.class),
    /** Up to fifty short words, kept sorted. */
    TAGS(List.class),
    /** One of the names of {@link Field#choices()}. */
    CHOICE(String.class),
    /** An e-mail address (RFC 5321 size limits). */
    EMAIL(String.class),
    /** A telephone number: digits and the usual separators, with an optional leading +. */
    PHONE(String.class),
    /** An http or https address, or a bare host name with path. */
    WEB_ADDRESS(String.class),
    /** A BCP 47 language tag. */
    LANGUAGE(String.class),
    /** An ISO 4217 currency code. */
    CURRENCY(String.class),
    /** An ISO 3166-1 alpha-2 country code. */
    COUNTRY(String.class),
    /** An ISO 3166-2 subdivision code; belongs to the country beside it. */
    REGION(String.class),
    /** An IANA time zone name. */
    TIME_ZONE(String.class),
    /** Decimal degrees, -90 to 90, at most 7 decimals. */
    LATITUDE(BigDecimal.class),
    /** Decimal degrees, -180 to 180, at most 7 decimals. */
    LONGITUDE(BigDecimal.class),
    /** A decimal number, at most 20 digits and 10 decimals. */
    NUMBER(BigDecimal.class),
    /** A day as ISO 8601 writes it, like {@code 2026-03-01}. */
    DATE(String.class),
    /** Yes or no; no when nothing is told. */
    FLAG(Boolean.class),
    /** The id of another record. */
    REFERENCE(UUID.class);

    private final Class<?> javaType;

    ValueType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class of a checked value; elements of a list are strings. */
    public Class<?> javaType() {
        return javaType;
    }
}
