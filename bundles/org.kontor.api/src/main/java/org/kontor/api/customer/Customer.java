/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

import java.util.List;

import org.kontor.api.record.Address;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;

/** The individual or company that buys. Every getter but {@code code}, {@code name} may give null or an empty part. */
public final class Customer extends BusinessRecord {
    public Customer(RecordHeader header, FieldValues values, List<CrossReference> crossReferences) {
        super(header, values, crossReferences);
    }

    @Override
    public RecordType type() {
        return RecordType.CUSTOMER;
    }

    public CustomerKind kind() {
        String kind = values().text(CustomerField.KIND);
        return kind == null ? null : CustomerKind.valueOf(kind);
    }

    public Relation relation() {
        String relation = values().text(CustomerField.RELATION);
        return relation == null ? null : Relation.valueOf(relation);
    }

    public String taxId() {
        return values().text(CustomerField.TAX_ID);
    }

    public String email() {
        return values().text(CustomerField.EMAIL);
    }

    public String phone() {
        return values().text(CustomerField.PHONE);
    }

    public String webAddress() {
        return values().text(CustomerField.WEB_ADDRESS);
    }

    public String language() {
        return values().text(CustomerField.LANGUAGE);
    }

    public String currency() {
        return values().text(CustomerField.CURRENCY);
    }

    public Address address() {
        return new Address(
                values().list(CustomerField.ADDRESS_LINES),
                values().text(CustomerField.ADDRESS_POSTAL_CODE),
                values().text(CustomerField.ADDRESS_CITY),
                values().text(CustomerField.ADDRESS_REGION),
                values().text(CustomerField.ADDRESS_COUNTRY));
    }

    public Contact billingContact() {
        return new Contact(
                values().text(CustomerField.BILLING_CONTACT_NAME),
                values().text(CustomerField.BILLING_CONTACT_EMAIL),
                values().text(CustomerField.BILLING_CONTACT_PHONE));
    }

    public Address billingAddress() {
        return new Address(
                values().list(CustomerField.BILLING_ADDRESS_LINES),
                values().text(CustomerField.BILLING_ADDRESS_POSTAL_CODE),
                values().text(CustomerField.BILLING_ADDRESS_CITY),
                values().text(CustomerField.BILLING_ADDRESS_REGION),
                values().text(CustomerField.BILLING_ADDRESS_COUNTRY));
    }

    public List<String> tags() {
        return values().list(CustomerField.TAGS);
    }
}
