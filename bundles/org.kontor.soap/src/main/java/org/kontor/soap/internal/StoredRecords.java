/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Address;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Page;
import org.kontor.api.record.Stamp;
import org.kontor.soap.records.v1.Contact;
import org.kontor.soap.records.v1.CrossReferences;
import org.kontor.soap.records.v1.Lines;
import org.kontor.soap.records.v1.Locations;
import org.kontor.soap.records.v1.ObjectFactory;
import org.kontor.soap.records.v1.Tags;

/** From stored records to those of records v1. */
final class StoredRecords {
    private static final ObjectFactory FACTORY = new ObjectFactory();

    private StoredRecords() {}

    /** Without its locations. */
    static org.kontor.soap.records.v1.Customer toSoap(Customer customer) {
        org.kontor.soap.records.v1.Customer soap = new org.kontor.soap.records.v1.Customer();
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
        soap.setAddress(address(customer.address()));
        soap.setBillingContact(contact(customer.billingContact()));
        soap.setBillingAddress(address(customer.billingAddress()));
        soap.setTags(tags(customer.tags()));
        soap.setCustom(CustomValues.toSoap(customer));
        soap.setCrossReferences(references(customer.crossReferences()));
        soap.setArchived(customer.archived());
        soap.setVersion(customer.version());
        soap.setCreated(stamp(customer.header().created()));
        soap.setChanged(stamp(customer.header().changed()));
        return soap;
    }

    /** @param locations to show with it; next is where the client may go on */
    static org.kontor.soap.records.v1.Customer toSoap(Customer customer, Page<Location> locations) {
        org.kontor.soap.records.v1.Customer soap = toSoap(customer);
        soap.setLocations(toSoap(locations.items()));
        soap.setMoreLocations(locations.next());
        return soap;
    }

    static Locations toSoap(List<Location> locations) {
        Locations soap = new Locations();
        locations.forEach(location -> soap.getLocation().add(toSoap(location)));
        return soap;
    }

    static org.kontor.soap.records.v1.Location toSoap(Location location) {
        org.kontor.soap.records.v1.Location soap = new org.kontor.soap.records.v1.Location();
        soap.setId(location.id().toString());
        soap.setCode(XmlText.of(location.code()));
        soap.setCustomerId(location.customerId().toString());
        soap.setParentId(text(location.parentId()));
        soap.setName(XmlText.of(location.name()));
        soap.setType(location.values().text(LocationField.TYPE));
        soap.setStatus(location.values().text(LocationField.STATUS));
        soap.setAddress(address(location.address()));
        soap.setTimeZone(XmlText.of(location.timeZone()));
        soap.setLatitude(location.latitude() == null ? null : FACTORY.createLocationLatitude(location.latitude()));
        soap.setLongitude(location.longitude() == null ? null : FACTORY.createLocationLongitude(location.longitude()));
        soap.setTags(tags(location.tags()));
        soap.setCustom(CustomValues.toSoap(location));
        soap.setCrossReferences(references(location.crossReferences()));
        soap.setArchived(location.archived());
        soap.setVersion(location.version());
        soap.setCreated(stamp(location.header().created()));
        soap.setChanged(stamp(location.header().changed()));
        return soap;
    }

    static org.kontor.soap.records.v1.Account toSoap(Account account) {
        org.kontor.soap.records.v1.Account soap = new org.kontor.soap.records.v1.Account();
        soap.setId(account.id().toString());
        soap.setCode(XmlText.of(account.code()));
        soap.setName(XmlText.of(account.name()));
        soap.setType(account.values().text(AccountField.TYPE));
        soap.setStage(account.values().text(AccountField.STAGE));
        soap.setCustomerId(text(account.customerId()));
        soap.setResponsible(XmlText.of(account.responsible()));
        soap.setSandbox(account.sandbox());
        soap.setLab(account.lab());
        soap.setLabsForNewMembers(account.labsForNewMembers());
        soap.setSuspended(account.suspended());
        soap.setClosed(account.closed());
        soap.setConvertedTo(text(account.convertedTo()));
        soap.setTags(tags(account.tags()));
        soap.setCustom(CustomValues.toSoap(account));
        soap.setManagingAccount(account.header().managingAccount().toString());
        soap.setArchived(account.archived());
        soap.setVersion(account.version());
        soap.setCreated(stamp(account.header().created()));
        soap.setChanged(stamp(account.header().changed()));
        return soap;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static org.kontor.soap.records.v1.Address address(Address address) {
        if (address.equals(new Address(List.of(), null, null, null, null))) {
            return null;
        }
        org.kontor.soap.records.v1.Address soap = new org.kontor.soap.records.v1.Address();
        if (!address.lines().isEmpty()) {
            soap.setLines(new Lines());
            address.lines().forEach(line -> soap.getLines().getLine().add(XmlText.of(line)));
        }
        soap.setPostalCode(XmlText.of(address.postalCode()));
        soap.setCity(XmlText.of(address.city()));
        soap.setRegion(XmlText.of(address.region()));
        soap.setCountry(XmlText.of(address.country()));
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

    private static Tags tags(List<String> tags) {
        if (tags.isEmpty()) {
            return null;
        }
        Tags soap = new Tags();
        tags.forEach(tag -> soap.getTag().add(XmlText.of(tag)));
        return soap;
    }

    private static CrossReferences references(List<CrossReference> references) {
        if (references.isEmpty()) {
            return null;
        }
        CrossReferences soap = new CrossReferences();
        for (CrossReference reference : references) {
            org.kontor.soap.records.v1.CrossReference one = new org.kontor.soap.records.v1.CrossReference();
            one.setConnection(XmlText.of(reference.connection()));
            one.setExternalId(XmlText.of(reference.externalId()));
            soap.getCrossReference().add(one);
        }
        return soap;
    }

    private static org.kontor.soap.records.v1.Stamp stamp(Stamp stamp) {
        org.kontor.soap.records.v1.Stamp soap = new org.kontor.soap.records.v1.Stamp();
        soap.setAt(RecordMapping.time(stamp.at()));
        soap.setBy(XmlText.of(stamp.by()));
        soap.setThrough(XmlText.of(stamp.through()));
        return soap;
    }
}
