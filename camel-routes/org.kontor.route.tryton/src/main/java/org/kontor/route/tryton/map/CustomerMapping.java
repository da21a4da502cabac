/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.sync.SourceRecord;

/**
 * A party as a customer. Fields that Tryton does not hold (kind, relation, currency, billing contact, tags) stay as they are
 * here; those that are empty there are cleared.
 */
public final class CustomerMapping {
    private CustomerMapping() {}

    public static SourceRecord map(JsonNode party) {
        FieldValues.Builder values = FieldValues.builder()
                .set(CustomerField.CODE, Nodes.text(party, "code"))
                .set(CustomerField.NAME, Nodes.text(party, "name"))
                .set(CustomerField.TAX_ID, taxId(party))
                .set(CustomerField.EMAIL, contact(party, Set.of("email")))
                .set(CustomerField.PHONE, contact(party, Set.of("phone", "mobile")))
                .set(CustomerField.WEB_ADDRESS, contact(party, Set.of("website")))
                .set(CustomerField.LANGUAGE, language(party));
        setAddress(values, address(party, false));
        if (hasInvoiceAddresses(party)) {
            setBillingAddress(values, address(party, true));
        }
        return new SourceRecord(party.path("id").asText(), values.build(), Map.of(), !Nodes.active(party), null);
    }

    /** What Tryton itself takes for tax reports; a party without such a number shows the first other one it has. */
    private static String taxId(JsonNode party) {
        String tax = Nodes.text(party, "tax_identifier", "code");
        return tax != null
                ? tax
                : Nodes.rows(party, "identifiers")
                        .map(identifier -> Nodes.text(identifier, "code"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** One row, or one for each company of Tryton's that set it. */
    private static String language(JsonNode party) {
        return Nodes.rows(party, "langs")
                .map(row -> Language.tag(Nodes.text(row, "lang", "code")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String contact(JsonNode party, Set<String> types) {
        return Nodes.rows(party, "contact_mechanisms")
                .filter(Nodes::active)
                .filter(mechanism -> types.contains(mechanism.path("type").asText()))
                .map(mechanism -> Nodes.text(mechanism, "value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first address in use, of those for invoices or of all; an empty row when there is none. */
    private static JsonNode address(JsonNode party, boolean invoice) {
        return Nodes.rows(party, "addresses")
                .filter(Nodes::active)
                .filter(address -> !invoice || address.path("invoice").asBoolean())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Only the invoicing module marks addresses; without it Tryton says nothing of where bills go. */
    private static boolean hasInvoiceAddresses(JsonNode party) {
        return Nodes.rows(party, "addresses").anyMatch(address -> address.has("invoice"));
    }

    private static void setAddress(FieldValues.Builder values, JsonNode address) {
        values.set(CustomerField.ADDRESS_LINES, Nodes.lines(address, "street"))
                .set(CustomerField.ADDRESS_POSTAL_CODE, Nodes.text(address, "postal_code"))
                .set(CustomerField.ADDRESS_CITY, Nodes.text(address, "city"))
                .set(CustomerField.ADDRESS_REGION, Nodes.text(address, "subdivision", "code"))
                .set(CustomerField.ADDRESS_COUNTRY, Nodes.text(address, "country", "code"));
    }

    private static void setBillingAddress(FieldValues.Builder values, JsonNode address) {
        values.set(CustomerField.BILLING_ADDRESS_LINES, Nodes.lines(address, "street"))
                .set(CustomerField.BILLING_ADDRESS_POSTAL_CODE, Nodes.text(address, "postal_code"))
                .set(CustomerField.BILLING_ADDRESS_CITY, Nodes.text(address, "city"))
                .set(CustomerField.BILLING_ADDRESS_REGION, Nodes.text(address, "subdivision", "code"))
                .set(CustomerField.BILLING_ADDRESS_COUNTRY, Nodes.text(address, "country", "code"));
    }
}
