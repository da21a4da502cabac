/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.util.List;

import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

import org.kontor.api.record.Address;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Stamp;

/** From the parts that records of every type have to those of the WSDL. */
final class RecordMapping {
    private RecordMapping() {}

    /** Null when every part is missing. */
    static org.kontor.soap.v1.Address address(Address address) {
        if (address.equals(new Address(List.of(), null, null, null, null))) {
            return null;
        }
        org.kontor.soap.v1.Address soap = new org.kontor.soap.v1.Address();
        address.lines().forEach(line -> soap.getLine().add(XmlText.of(line)));
        soap.setPostalCode(XmlText.of(address.postalCode()));
        soap.setCity(XmlText.of(address.city()));
        soap.setRegion(XmlText.of(address.region()));
        soap.setCountry(XmlText.of(address.country()));
        return soap;
    }

    static List<org.kontor.soap.v1.CrossReference> crossReferences(List<CrossReference> references) {
        return references.stream()
                .map(reference -> {
                    org.kontor.soap.v1.CrossReference soap = new org.kontor.soap.v1.CrossReference();
                    soap.setConnection(XmlText.of(reference.connection()));
                    soap.setExternalId(XmlText.of(reference.externalId()));
                    return soap;
                })
                .toList();
    }

    static org.kontor.soap.v1.Stamp stamp(Stamp stamp) {
        org.kontor.soap.v1.Stamp soap = new org.kontor.soap.v1.Stamp();
        soap.setAt(time(stamp.at()));
        soap.setBy(XmlText.of(stamp.by()));
        soap.setThrough(XmlText.of(stamp.through()));
        return soap;
    }

    static XMLGregorianCalendar time(Instant instant) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(instant.toString());
    }
}
