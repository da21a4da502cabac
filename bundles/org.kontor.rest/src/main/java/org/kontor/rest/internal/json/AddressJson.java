/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.record.Address;

/** A postal address as JSON. */
@Schema(name = "Address")
public record AddressJson(
        @Schema(description = "Street, house, building: at most five lines.", example = "[\"Marktgasse 1\"]")
                List<String> lines,
        @Schema(example = "3011") String postalCode,
        @Schema(example = "Bern") String city,
        @Schema(description = "ISO 3166-2", example = "CH-BE") String region,
        @Schema(description = "ISO 3166-1 alpha-2", example = "CH") String country) {

    /** Null when nothing of it is known. */
    static AddressJson of(Address address) {
        AddressJson json = new AddressJson(
                address.lines().isEmpty() ? null : address.lines(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country());
        return json.equals(new AddressJson(null, null, null, null, null)) ? null : json;
    }
}
