/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.bind.JAXBElement;

import org.kontor.api.account.AccountField;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.soap.records.v1.AccountChange;
import org.kontor.soap.records.v1.AddressChange;
import org.kontor.soap.records.v1.ContactChange;
import org.kontor.soap.records.v1.CustomFields;
import org.kontor.soap.records.v1.CustomerChange;
import org.kontor.soap.records.v1.FieldNames;
import org.kontor.soap.records.v1.Lines;
import org.kontor.soap.records.v1.LocationChange;
import org.kontor.soap.records.v1.Tags;

/** From changes of records v1 to values: left out is absent, nil is cleared. Not thread-safe. */
final class Changes {
    /** Those stay as they were made, so no change has an element for them. */
    private static final Set<Field> FOR_EVER = Set.of(
            LocationField.CUSTOMER,
            AccountField.TYPE,
            AccountField.STAGE,
            AccountField.CUSTOMER,
            AccountField.CONVERTED_TO);

    private final FieldValues.Builder values = FieldValues.builder();

    private Changes() {}

    /** The given fields, unchecked. */
    static FieldValues of(CustomerChange change) {
        return new Changes()
                .put(CustomerField.CODE, change.getCode())
                .put(CustomerField.NAME, change.getName())
                .put(CustomerField.KIND, change.getKind())
                .put(CustomerField.RELATION, change.getRelation())
                .put(CustomerField.TAX_ID, change.getTaxId())
                .put(CustomerField.EMAIL, change.getEmail())
                .put(CustomerField.PHONE, change.getPhone())
                .put(CustomerField.WEB_ADDRESS, change.getWebAddress())
                .put(CustomerField.LANGUAGE, change.getLanguage())
                .put(CustomerField.CURRENCY, change.getCurrency())
                .put(CustomerField.TAGS, change.getTags())
                .address(
                        change.getAddress(),
                        CustomerField.ADDRESS_LINES,
                        CustomerField.ADDRESS_POSTAL_CODE,
                        CustomerField.ADDRESS_CITY,
                        CustomerField.ADDRESS_REGION,
                        CustomerField.ADDRESS_COUNTRY)
                .contact(change.getBillingContact())
                .address(
                        change.getBillingAddress(),
                        CustomerField.BILLING_ADDRESS_LINES,
                        CustomerField.BILLING_ADDRESS_POSTAL_CODE,
                        CustomerField.BILLING_ADDRESS_CITY,
                        CustomerField.BILLING_ADDRESS_REGION,
                        CustomerField.BILLING_ADDRESS_COUNTRY)
                .custom(RecordType.CUSTOMER, change.getCustom())
                .values
                .build();
    }

    /** The given fields, unchecked. */
    static FieldValues of(LocationChange change) {
        return new Changes()
                .put(LocationField.CODE, change.getCode())
                .put(LocationField.PARENT, change.getParentId())
                .put(LocationField.NAME, change.getName())
                .put(LocationField.TYPE, change.getType())
                .put(LocationField.STATUS, change.getStatus())
                .address(
                        change.getAddress(),
                        LocationField.ADDRESS_LINES,
                        LocationField.ADDRESS_POSTAL_CODE,
                        LocationField.ADDRESS_CITY,
                        LocationField.ADDRESS_REGION,
                        LocationField.ADDRESS_COUNTRY)
                .put(LocationField.TIME_ZONE, change.getTimeZone())
                .put(LocationField.LATITUDE, change.getLatitude())
                .put(LocationField.LONGITUDE, change.getLongitude())
                .put(LocationField.TAGS, change.getTags())
                .custom(RecordType.LOCATION, change.getCustom())
                .values
                .build();
    }

    /** The given fields, unchecked. */
    static FieldValues of(AccountChange change) {
        return new Changes()
                .put(AccountField.CODE, change.getCode())
                .put(AccountField.NAME, change.getName())
                .put(AccountField.RESPONSIBLE, change.getResponsible())
                .put(AccountField.SANDBOX, change.getSandbox())
                .put(AccountField.LABS_FOR_NEW_MEMBERS, change.getLabsForNewMembers())
                .put(AccountField.SUSPENDED, change.getSuspended())
                .put(AccountField.CLOSED, change.getClosed())
                .put(AccountField.TAGS, change.getTags())
                .custom(RecordType.ACCOUNT, change.getCustom())
                .values
                .build();
    }

    /**
     * Of the given values the named fields alone; a named field that is not given is cleared.
     *
     * @param only paths of fields, or of groups of them ({@code address}); null for all that is given
     * @throws KontorException {@code invalid_input} for a name that is none
     */
    static FieldValues only(RecordType type, FieldNames only, FieldValues given) {
        if (only == null || only.getField().isEmpty()) {
            return given;
        }
        FieldValues.Builder chosen = FieldValues.builder();
        named(type, only.getField(), given).forEach(field -> chosen.set(field, given.get(field)));
        return chosen.build();
    }

    /** @param given of custom fields {@code custom} means those that are given: nobody here knows of others */
    private static Set<Field> named(RecordType type, List<String> names, FieldValues given) {
        Set<Field> fields = new LinkedHashSet<>();
        for (String name : names) {
            if ((name + ".").equals(CustomField.PREFIX)) {
                fields.addAll(given.custom().keySet());
                continue;
            }
            Optional<CustomField> custom = CustomField.ofPath(type, name);
            if (custom.isPresent()) {
                fields.add(custom.get());
                continue;
            }
            List<Field> meant = type.fields().stream()
                    .filter(field -> !FOR_EVER.contains(field))
                    .filter(field -> field.path().equals(name) || field.path().startsWith(name + "."))
                    .toList();
            if (meant.isEmpty()) {
                Set<String> paths = new TreeSet<>();
                type.fields().forEach(field -> paths.add(field.path()));
                throw KontorException.invalid(List.of(new Violation(
                        "only", "unknown_field", "Must name fields: " + String.join(", ", paths) + ".", name)));
            }
            fields.addAll(meant);
        }
        return fields;
    }

    private Changes put(Field field, JAXBElement<?> element) {
        if (element != null) {
            values.set(field, plain(element.getValue()));
        }
        return this;
    }

    private Changes custom(RecordType type, CustomFields given) {
        CustomValues.of(type, given).forEach(values::set);
        return this;
    }

    private static Object plain(Object value) {
        return value instanceof Lines lines
                ? orNull(lines.getLine())
                : value instanceof Tags tags ? orNull(tags.getTag()) : value;
    }

    private static Object orNull(Collection<String> list) {
        return list.isEmpty() ? null : list;
    }

    private Changes address(
            JAXBElement<AddressChange> element,
            Field lines,
            Field postalCode,
            Field city,
            Field region,
            Field country) {
        if (element == null) {
            return this;
        }
        AddressChange address = element.getValue();
        if (address == null) {
            return clear(lines, postalCode, city, region, country);
        }
        return put(lines, address.getLines())
                .put(postalCode, address.getPostalCode())
                .put(city, address.getCity())
                .put(region, address.getRegion())
                .put(country, address.getCountry());
    }

    private Changes contact(JAXBElement<ContactChange> element) {
        if (element == null) {
            return this;
        }
        ContactChange contact = element.getValue();
        if (contact == null) {
            return clear(
                    CustomerField.BILLING_CONTACT_NAME,
                    CustomerField.BILLING_CONTACT_EMAIL,
                    CustomerField.BILLING_CONTACT_PHONE);
        }
        return put(CustomerField.BILLING_CONTACT_NAME, contact.getName())
                .put(CustomerField.BILLING_CONTACT_EMAIL, contact.getEmail())
                .put(CustomerField.BILLING_CONTACT_PHONE, contact.getPhone());
    }

    private Changes clear(Field... fields) {
        for (Field field : fields) {
            values.set(field, null);
        }
        return this;
    }
}
