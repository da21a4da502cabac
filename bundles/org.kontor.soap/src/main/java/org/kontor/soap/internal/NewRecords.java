/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;

import org.kontor.api.account.AccountField;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.soap.records.v1.AccountInput;
import org.kontor.soap.records.v1.Address;
import org.kontor.soap.records.v1.Contact;
import org.kontor.soap.records.v1.CustomerInput;
import org.kontor.soap.records.v1.LocationInput;
import org.kontor.soap.records.v1.Tags;

import static org.kontor.soap.internal.Nillable.given;

/** From the new records of records v1 to values; what is left out or nil is absent. */
final class NewRecords {
    private NewRecords() {}

    /** The given fields, unchecked. */
    static FieldValues of(CustomerInput input) {
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
                .put(CustomerField.TAGS, list(input.getTags()));
        address(
                values,
                input.getAddress(),
                CustomerField.ADDRESS_LINES,
                CustomerField.ADDRESS_POSTAL_CODE,
                CustomerField.ADDRESS_CITY,
                CustomerField.ADDRESS_REGION,
                CustomerField.ADDRESS_COUNTRY);
        address(
                values,
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
        CustomValues.of(RecordType.CUSTOMER, input.getCustom()).forEach(values::put);
        return values.build();
    }

    /** The given fields, unchecked, without its customer. */
    static FieldValues of(LocationInput input) {
        return of(input, new Inputs());
    }

    /** The given fields, unchecked. */
    static FieldValues of(LocationInput input, String customerId) {
        return of(input, new Inputs().put(LocationField.CUSTOMER, customerId));
    }

    private static FieldValues of(LocationInput input, Inputs values) {
        values.put(LocationField.CODE, input.getCode())
                .put(LocationField.PARENT, input.getParentId())
                .put(LocationField.NAME, input.getName())
                .put(LocationField.TYPE, input.getType())
                .put(LocationField.STATUS, input.getStatus())
                .put(LocationField.TIME_ZONE, input.getTimeZone())
                .put(LocationField.LATITUDE, given(input.getLatitude()))
                .put(LocationField.LONGITUDE, given(input.getLongitude()))
                .put(LocationField.TAGS, list(input.getTags()));
        address(
                values,
                input.getAddress(),
                LocationField.ADDRESS_LINES,
                LocationField.ADDRESS_POSTAL_CODE,
                LocationField.ADDRESS_CITY,
                LocationField.ADDRESS_REGION,
                LocationField.ADDRESS_COUNTRY);
        CustomValues.of(RecordType.LOCATION, input.getCustom()).forEach(values::put);
        return values.build();
    }

    /** The given fields, unchecked. */
    static FieldValues of(AccountInput input) {
        Inputs values = new Inputs()
                .put(AccountField.CODE, input.getCode())
                .put(AccountField.NAME, input.getName())
                .put(AccountField.TYPE, input.getType())
                .put(AccountField.STAGE, input.getStage())
                .put(AccountField.CUSTOMER, input.getCustomerId())
                .put(AccountField.RESPONSIBLE, input.getResponsible())
                .put(AccountField.SANDBOX, given(input.getSandbox()))
                .put(AccountField.LAB, given(input.getLab()))
                .put(AccountField.LABS_FOR_NEW_MEMBERS, given(input.getLabsForNewMembers()))
                .put(AccountField.SUSPENDED, given(input.getSuspended()))
                .put(AccountField.CLOSED, given(input.getClosed()))
                .put(AccountField.TAGS, list(input.getTags()));
        CustomValues.of(RecordType.ACCOUNT, input.getCustom()).forEach(values::put);
        return values.build();
    }

    private static List<String> list(Tags tags) {
        return tags == null ? List.of() : tags.getTag();
    }

    private static void address(
            Inputs values, Address address, Field lines, Field postalCode, Field city, Field region, Field country) {
        if (address != null) {
            values.put(
                            lines,
                            address.getLines() == null
                                    ? List.of()
                                    : address.getLines().getLine())
                    .put(postalCode, address.getPostalCode())
                    .put(city, address.getCity())
                    .put(region, address.getRegion())
                    .put(country, address.getCountry());
        }
    }
}
