/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.soap.v1.LocationInput;

/** Between the locations of the WSDL and those of the services. */
final class LocationMapping {
    private LocationMapping() {}

    /** The given fields, unchecked. */
    static FieldValues toValues(LocationInput input) {
        return new Inputs()
                .put(LocationField.CODE, input.getCode())
                .put(LocationField.PARENT, input.getParentId())
                .put(LocationField.NAME, input.getName())
                .put(LocationField.TYPE, input.getType())
                .put(LocationField.STATUS, input.getStatus())
                .put(
                        input.getAddress(),
                        LocationField.ADDRESS_LINES,
                        LocationField.ADDRESS_POSTAL_CODE,
                        LocationField.ADDRESS_CITY,
                        LocationField.ADDRESS_REGION,
                        LocationField.ADDRESS_COUNTRY)
                .put(LocationField.TIME_ZONE, input.getTimeZone())
                .put(LocationField.LATITUDE, input.getLatitude())
                .put(LocationField.LONGITUDE, input.getLongitude())
                .put(LocationField.TAGS, input.getTag())
                .build();
    }

    static org.kontor.soap.v1.Location toSoap(Location location) {
        org.kontor.soap.v1.Location soap = new org.kontor.soap.v1.Location();
        soap.setId(location.id().toString());
        soap.setCode(XmlText.of(location.code()));
        soap.setCustomerId(location.customerId().toString());
        soap.setParentId(
                location.parentId() == null ? null : location.parentId().toString());
        soap.setName(XmlText.of(location.name()));
        soap.setType(location.values().text(LocationField.TYPE));
        soap.setStatus(location.values().text(LocationField.STATUS));
        soap.setAddress(RecordMapping.address(location.address()));
        soap.setTimeZone(XmlText.of(location.timeZone()));
        soap.setLatitude(location.latitude());
        soap.setLongitude(location.longitude());
        soap.getCrossReference().addAll(RecordMapping.crossReferences(location.crossReferences()));
        soap.setArchived(location.archived());
        soap.setVersion(location.version());
        soap.setCreated(RecordMapping.stamp(location.header().created()));
        soap.setChanged(RecordMapping.stamp(location.header().changed()));
        location.tags().forEach(tag -> soap.getTag().add(XmlText.of(tag)));
        return soap;
    }
}
