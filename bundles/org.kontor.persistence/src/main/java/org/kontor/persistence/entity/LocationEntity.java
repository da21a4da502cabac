/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.math.BigDecimal;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.eclipse.persistence.annotations.Convert;

import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;

/** A row of the table location. */
@Entity
@Table(name = "location")
public class LocationEntity extends RecordEntity {
    @Convert(UuidConverter.NAME)
    @Column(name = "customer_id")
    private UUID customerId;

    @Convert(UuidConverter.NAME)
    @Column(name = "parent_id")
    private UUID parentId;

    @Column(name = "type")
    private String type;

    @Column(name = "status")
    private String status;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "latitude")
    private BigDecimal latitude;

    @Column(name = "longitude")
    private BigDecimal longitude;

    @Override
    public void set(Field field, Object value) {
        switch ((LocationField) field) {
            case CODE -> code = (String) value;
            case CUSTOMER -> customerId = (UUID) value;
            case PARENT -> parentId = (UUID) value;
            case NAME -> name = (String) value;
            case TYPE -> type = (String) value;
            case STATUS -> status = (String) value;
            case ADDRESS_LINES -> addressLines = (String) value;
            case ADDRESS_POSTAL_CODE -> addressPostalCode = (String) value;
            case ADDRESS_CITY -> addressCity = (String) value;
            case ADDRESS_REGION -> addressRegion = (String) value;
            case ADDRESS_COUNTRY -> addressCountry = (String) value;
            case TIME_ZONE -> timeZone = (String) value;
            case LATITUDE -> latitude = (BigDecimal) value;
            case LONGITUDE -> longitude = (BigDecimal) value;
            case TAGS -> tags = (String) value;
        }
    }
}
