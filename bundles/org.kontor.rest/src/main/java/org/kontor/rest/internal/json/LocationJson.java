/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AccessMode;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.location.Location;
import org.kontor.api.location.LocationStatus;
import org.kontor.api.location.LocationType;

/** A location as JSON. What is empty is left out. */
@Schema(name = "Location")
public record LocationJson(
        @Schema(accessMode = AccessMode.READ_ONLY) UUID id,
        @Schema(description = "Unique; made when not given.", maxLength = 64, example = "BERN-1") String code,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The customer it belongs to, for ever.")
                UUID customerId,
        @Schema(description = "The location of the same customer that it is a part of.") UUID parentId,
        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 200, example = "Bern plant") String name,
        LocationType type,
        LocationStatus status,
        AddressJson address,
        @Schema(description = "IANA", example = "Europe/Zurich") String timeZone,
        @Schema(minimum = "-90", maximum = "90", example = "46.948") BigDecimal latitude,
        @Schema(minimum = "-180", maximum = "180", example = "7.4474") BigDecimal longitude,
        @Schema(description = "Words to group locations by.") List<String> tags,
        @Schema(description = CustomJson.DESCRIPTION, example = "{\"segment\": \"A\"}") Map<String, Object> custom,
        @Schema(accessMode = AccessMode.READ_ONLY) List<CrossReferenceJson> crossReferences,
        @Schema(accessMode = AccessMode.READ_ONLY) boolean archived,
        @Schema(accessMode = AccessMode.READ_ONLY, description = "Also the ETag; goes into If-Match.") long version,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson created,
        @Schema(accessMode = AccessMode.READ_ONLY) StampJson changed) {

    public static LocationJson of(Location location) {
        return new LocationJson(
                location.id(),
                location.code(),
                location.customerId(),
                location.parentId(),
                location.name(),
                location.locationType(),
                location.status(),
                AddressJson.of(location.address()),
                location.timeZone(),
                location.latitude(),
                location.longitude(),
                location.tags(),
                CustomJson.of(location),
                CrossReferenceJson.of(location),
                location.archived(),
                location.version(),
                StampJson.of(location.header().created()),
                StampJson.of(location.header().changed()));
    }
}
