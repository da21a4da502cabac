/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.profile.CreationProfile;

/** A creation profile as JSON. */
@Schema(name = "CreationProfile")
public record CreationProfileJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whose it is: your account, or one above it.")
                UUID account,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        allowableValues = {"customer", "location", "account"},
                        description = "The records of which it is asked.")
                String record,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Fields that a new record must have.",
                        example = "[\"address.city\", \"custom.segment\"]")
                List<String> fields,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "The address must have a region where its country has any (ISO 3166-2).")
                boolean regionWhereSubdivided,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "How often it was set.") long version) {
    public static CreationProfileJson of(CreationProfile profile) {
        return new CreationProfileJson(
                profile.account(),
                profile.recordType().key(),
                profile.fields(),
                profile.regionWhereSubdivided(),
                profile.version());
    }
}
