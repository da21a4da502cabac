/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

import java.util.Arrays;
import java.util.List;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/** The fields of a customer (requirement C1). */
public enum CustomerField implements Field {
    CODE("code", ValueType.CODE, 64, "Unique in the managing account; made when not given."),
    NAME("name", ValueType.TEXT, 200, "Name of the company or person; the one field that is required."),
    KIND("kind", ValueType.CHOICE, 20, "Company or individual.", CustomerKind.values()),
    RELATION("relation", ValueType.CHOICE, 20, "Distributor or end customer.", Relation.values()),
    TAX_ID("taxId", ValueType.TEXT, 64, "Tax number, as the customer's country writes it."),
    EMAIL("email", ValueType.EMAIL, 254, "General e-mail address."),
    PHONE("phone", ValueType.PHONE, 40, "General telephone number."),
    WEB_ADDRESS("webAddress", ValueType.WEB_ADDRESS, 255, "Web site."),
    LANGUAGE("language", ValueType.LANGUAGE, 35, "BCP 47 tag of the language to write in."),
    CURRENCY("currency", ValueType.CURRENCY, 3, "ISO 4217 code of the currency to bill in."),
    ADDRESS_LINES("address.lines", ValueType.LINES, 120, "Street, house, building: at most five lines."),
    ADDRESS_POSTAL_CODE("address.postalCode", ValueType.TEXT, 20, "Postal code."),
    ADDRESS_CITY("address.city", ValueType.TEXT, 120, "City."),
    ADDRESS_REGION("address.region", ValueType.REGION, 6, "ISO 3166-2 code of the region."),
    ADDRESS_COUNTRY("address.country", ValueType.COUNTRY, 2, "ISO 3166-1 alpha-2 code of the country."),
    BILLING_CONTACT_NAME("billingContact.name", ValueType.TEXT, 200, "Whom bills go to."),
    BILLING_CONTACT_EMAIL("billingContact.email", ValueType.EMAIL, 254, "Where bills are mailed to."),
    BILLING_CONTACT_PHONE("billingContact.phone", ValueType.PHONE, 40, "Whom to call about bills."),
    BILLING_ADDRESS_LINES("billingAddress.lines", ValueType.LINES, 120, "Street lines of the billing address."),
    BILLING_ADDRESS_POSTAL_CODE("billingAddress.postalCode", ValueType.TEXT, 20, "Postal code of the billing address."),
    BILLING_ADDRESS_CITY("billingAddress.city", ValueType.TEXT, 120, "City of the billing address."),
    BILLING_ADDRESS_REGION("billingAddress.region", ValueType.REGION, 6, "ISO 3166-2 code of the billing address."),
    BILLING_ADDRESS_COUNTRY("billingAddress.country", ValueType.COUNTRY, 2, "ISO 3166-1 code of the billing address."),
    TAGS("tags", ValueType.TAGS, 50, "Free words to group customers by; at most fifty.");

    private final String path;
    private final ValueType valueType;
    private final int maxLength;
    private final String description;
    private final List<String> choices;

    CustomerField(String path, ValueType valueType, int maxLength, String description, Enum<?>... choices) {
        this.path = path;
        this.valueType = valueType;
        this.maxLength = maxLength;
        this.description = description;
        this.choices = Arrays.stream(choices).map(Enum::name).toList();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public ValueType valueType() {
        return valueType;
    }

    @Override
    public int maxLength() {
        return maxLength;
    }

    @Override
    public boolean required() {
        return this == NAME || this == CODE;
    }

    @Override
    public List<String> choices() {
        return choices;
    }

    @Override
    public RecordType target() {
        return null;
    }

    @Override
    public String description() {
        return description;
    }
}
