/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.Address;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;

/** A site of exactly one customer. */
public final class Location extends BusinessRecord {
    public Location(RecordHeader header, FieldValues values, List<CrossReference> crossReferences) {
        super(header, values, crossReferences);
    }

    @Override
    public RecordType type() {
        return RecordType.LOCATION;
    }

    /** The customer it belongs to, for ever. */
    public UUID customerId() {
        return values().reference(LocationField.CUSTOMER);
    }

    /** The location it is a part of, or null. */
    public UUID parentId() {
        return values().reference(LocationField.PARENT);
    }

    public LocationType locationType() {
        String type = values().text(LocationField.TYPE);
        return type == null ? null : LocationType.valueOf(type);
    }

    public LocationStatus status() {
        String status = values().text(LocationField.STATUS);
        return status == null ? null : LocationStatus.valueOf(status);
    }

    public Address address() {
        return new Address(
                values().list(LocationField.ADDRESS_LINES),
                values().text(LocationField.ADDRESS_POSTAL_CODE),
                values().text(LocationField.ADDRESS_CITY),
                values().text(LocationField.ADDRESS_REGION),
                values().text(LocationField.ADDRESS_COUNTRY));
    }

    public String timeZone() {
        return values().text(LocationField.TIME_ZONE);
    }

    public BigDecimal latitude() {
        return values().decimal(LocationField.LATITUDE);
    }

    public BigDecimal longitude() {
        return values().decimal(LocationField.LONGITUDE);
    }

    public List<String> tags() {
        return values().list(LocationField.TAGS);
    }
}
