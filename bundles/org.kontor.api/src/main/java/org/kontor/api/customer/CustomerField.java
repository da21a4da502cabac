/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.ValueType;

/** The fields of a customer (requirement C1). */
public enum CustomerField implements Field {
    CODE(FieldSpec.required("code", ValueType.CODE, 64, "Unique in the managing account; made when not given.")),
    NAME(FieldSpec.required(
            "name", ValueType.TEXT, 200, "Name of the company or person; the one field that is required.")),
    KIND(FieldSpec.choice("kind", "Company or individual.", CustomerKind.values())
            .filteredAs("kind")),
    RELATION(FieldSpec.choice("relation", "Distributor or end customer.", Relation.values())
            .filteredAs("relation")),
    TAX_ID(FieldSpec.optional("taxId", ValueType.TEXT, 64, "Tax number, as the customer's country writes it.")),
    EMAIL(FieldSpec.optional("email", ValueType.EMAIL, 254, "General e-mail address.")),
    PHONE(FieldSpec.optional("phone", ValueType.PHONE, 40, "General telephone number.")),
    WEB_ADDRESS(FieldSpec.optional("webAddress", ValueType.WEB_ADDRESS, 255, "Web site.")),
    LANGUAGE(FieldSpec.optional("language", ValueType.LANGUAGE, 35, "BCP 47 tag of the language to write in.")),
    CURRENCY(FieldSpec.optional("currency", ValueType.CURRENCY, 3, "ISO 4217 code of the currency to bill in.")),
    ADDRESS_LINES(
            FieldSpec.optional("address.lines", ValueType.LINES, 120, "Street, house, building: at most five lines.")),
    ADDRESS_POSTAL_CODE(FieldSpec.optional("address.postalCode", ValueType.TEXT, 20, "Postal code.")),
    ADDRESS_CITY(FieldSpec.optional("address.city", ValueType.TEXT, 120, "City.")),
    ADDRESS_REGION(FieldSpec.optional("address.region", ValueType.REGION, 6, "ISO 3166-2 code of the region.")),
    ADDRESS_COUNTRY(
            FieldSpec.optional("address.country", ValueType.COUNTRY, 2, "ISO 3166-1 alpha-2 code of the country.")
                    .filteredAs("country")),
    BILLING_CONTACT_NAME(FieldSpec.optional("billingContact.name", ValueType.TEXT, 200, "Whom bills go to.")),
    BILLING_CONTACT_EMAIL(
            FieldSpec.optional("billingContact.email", ValueType.EMAIL, 254, "Where bills are mailed to.")),
    BILLING_CONTACT_PHONE(FieldSpec.optional("billingContact.phone", ValueType.PHONE, 40, "Whom to call about bills.")),
    BILLING_ADDRESS_LINES(
            FieldSpec.optional("billingAddress.lines", ValueType.LINES, 120, "Street lines of the billing address.")),
    BILLING_ADDRESS_POSTAL_CODE(
            FieldSpec.optional("billingAddress.postalCode", ValueType.TEXT, 20, "Postal code of the billing address.")),
    BILLING_ADDRESS_CITY(
            FieldSpec.optional("billingAddress.city", ValueType.TEXT, 120, "City of the billing address.")),
    BILLING_ADDRESS_REGION(FieldSpec.optional(
            "billingAddress.region", ValueType.REGION, 6, "ISO 3166-2 code of the billing address.")),
    BILLING_ADDRESS_COUNTRY(FieldSpec.optional(
            "billingAddress.country", ValueType.COUNTRY, 2, "ISO 3166-1 code of the billing address.")),
    TAGS(FieldSpec.optional("tags", ValueType.TAGS, 50, "Free words to group customers by; at most fifty.")
            .filteredAs("tag"));

    private final FieldSpec spec;

    CustomerField(FieldSpec spec) {
        this.spec = spec;
    }

    @Override
    public FieldSpec spec() {
        return spec;
    }
}
