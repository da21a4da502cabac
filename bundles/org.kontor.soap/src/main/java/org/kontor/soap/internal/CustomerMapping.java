/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.Location;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.soap.v1.Contact;
import org.kontor.soap.v1.CustomerInput;
import org.kontor.soap.v1.Locations;

/** Between the customers of the WSDL and those of the services. */
final class CustomerMapping {
    private CustomerMapping() {}

    /** The given fields, unchecked. */
    static FieldValues toValues(CustomerInput input) {
        Inputs values = new Inputs()
                .put(CustomerField.CODE, input.getCode())
                .put(CustomerField.NAME, input.getName())
                .put(CustomerField.KIND, input.getKind())
                .put(CustomerField.RELATION, input.getRelation())
                .put(CustomerField.TAX_ID, input.getTaxId())
                .put(CustomerField.EMAIL, input.getEmail())
                .put(CustomerField.PHONE, input.getPhone())
                .put(CustomerField.WEB_ADDRESS, input.getWebAddress())
                .put(CustomerField.LANGUAGE, input.getLanguage())
                .put(CustomerField.CURRENCY, input.getCurrency())
                .put(CustomerField.TAGS, input.getTag())
                .put(
                        input.getAddress(),
                        CustomerField.ADDRESS_LINES,
                        CustomerField.ADDRESS_POSTAL_CODE,
                        CustomerField.ADDRESS_CITY,
                        CustomerField.ADDRESS_REGION,
                        CustomerField.ADDRESS_COUNTRY)
                .put(
                        input.getBillingAddress(),
                        CustomerField.BILLING_ADDRESS_LINES,
                        CustomerField.BILLING_ADDRESS_POSTAL_CODE,
                        CustomerField.BILLING_ADDRESS_CITY,
                        CustomerField.BILLING_ADDRESS_REGION,
                        CustomerField.BILLING_ADDRESS_COUNTRY);
        Contact contact = input.getBillingContact();
        if (contact != null) {
            values.put(CustomerField.BILLING_CONTACT_NAME, contact.getName())
                    .put(CustomerField.BILLING_CONTACT_EMAIL, contact.getEmail())
                    .put(CustomerField.BILLING_CONTACT_PHONE, contact.getPhone());
        }
        return values.build();
    }

    /** Without its locations. */
    static org.kontor.soap.v1.Customer toSoap(Customer customer) {
        org.kontor.soap.v1.Customer soap = new org.kontor.soap.v1.Customer();
        soap.setId(customer.id().toString());
        soap.setCode(XmlText.of(customer.code()));
        soap.setName(XmlText.of(customer.name()));
        soap.setKind(customer.values().text(CustomerField.KIND));
        soap.setRelation(customer.values().text(CustomerField.RELATION));
        soap.setTaxId(XmlText.of(customer.taxId()));
        soap.setEmail(XmlText.of(customer.email()));
        soap.setPhone(XmlText.of(customer.phone()));
        soap.setWebAddress(XmlText.of(customer.webAddress()));
        soap.setLanguage(XmlText.of(customer.language()));
        soap.setCurrency(XmlText.of(customer.currency()));
        soap.setAddress(RecordMapping.address(customer.address()));
        soap.setBillingContact(contact(customer.billingContact()));
        soap.setBillingAddress(RecordMapping.address(customer.billingAddress()));
        customer.tags().forEach(tag -> soap.getTag().add(XmlText.of(tag)));
        soap.getCrossReference().addAll(RecordMapping.crossReferences(customer.crossReferences()));
        soap.setArchived(customer.archived());
        soap.setVersion(customer.version());
        soap.setCreated(RecordMapping.stamp(customer.header().created()));
        soap.setChanged(RecordMapping.stamp(customer.header().changed()));
        return soap;
    }

    static org.kontor.soap.v1.Customer toSoap(Customer customer, Page<Location> locations) {
        org.kontor.soap.v1.Customer soap = toSoap(customer);
        Locations list = new Locations();
        locations.items().forEach(location -> list.getLocation().add(LocationMapping.toSoap(location)));
        soap.setLocations(list);
        soap.setMoreLocations(locations.next());
        return soap;
    }

    private static Contact contact(org.kontor.api.customer.Contact contact) {
        if (contact.name() == null && contact.email() == null && contact.phone() == null) {
            return null;
        }
        Contact soap = new Contact();
        soap.setName(XmlText.of(contact.name()));
        soap.setEmail(XmlText.of(contact.email()));
        soap.setPhone(XmlText.of(contact.phone()));
        return soap;
    }
}
