/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerKind;
import org.kontor.api.customer.Relation;

/** A customer as JSON. What is empty is left out. */
@Schema(name = "Customer")
public record CustomerJson(
        @Schema(accessMode = AccessMode.READ_ONLY) UUID id,
        @Schema(description = "Unique; made when not given.", maxLength = 64, example = "MUSTER") String code,
        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Muster AG") String name,
        CustomerKind kind,
        Relation relation,
        @Schema(maxLength = 64, example = "CHE-116.281.710") String taxId,
        @Schema(maxLength = 254, format = "email", example = "info@muster.example") String email,
        @Schema(maxLength = 40, example = "+41 31 555 01 00") String phone,
        @Schema(maxLength = 255, example = "https://muster.example") String webAddress,
        @Schema(description = "BCP 47", example = "de-CH") String language,
        @Schema(description = "ISO 4217", example = "CHF") String currency,
        AddressJson address,
        ContactJson billingContact,
        AddressJson billingAddress,
        @Schema(example = "[\"alpine\"]") List<String> tags,
        @Schema(description = CustomJson.DESCRIPTION, example = "{\"segment\": \"A\"}") Map<String, Object> custom,
        @Schema(accessMode = AccessMode.READ_ONLY) List<CrossReferenceJson> crossReferences,
        @Schema(accessMode = AccessMode.READ_ONLY) boolean archived,
        @Schema(accessMode = AccessMode.READ_ONLY, description = "Also the ETag; goes into If-Match.") long version,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson created,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson changed) {

    public static CustomerJson of(Customer customer) {
        return new CustomerJson(
                customer.id(),
                customer.code(),
                customer.name(),
                customer.kind(),
                customer.relation(),
                customer.taxId(),
                customer.email(),
                customer.phone(),
                customer.webAddress(),
                customer.language(),
                customer.currency(),
                AddressJson.of(customer.address()),
                ContactJson.of(customer.billingContact()),
                AddressJson.of(customer.billingAddress()),
                customer.tags(),
                CustomJson.of(customer),
                CrossReferenceJson.of(customer),
                customer.archived(),
                customer.version(),
                StampJson.of(customer.header().created()),
                StampJson.of(customer.header().changed()));
    }
}
