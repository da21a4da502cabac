/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;

/** A declaration of a custom field as JSON. What is empty is left out. */
@Schema(name = "CustomField")
public record DeclarationJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The account that declared it.") UUID account,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        allowableValues = {"customer", "location", "account"},
                        description = "The records that may have a value.")
                String record,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "For ever.", example = "segment") String key,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Market segment") String label,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "For ever.") CustomType type,
        @Schema(description = "Of a text, in characters.") Integer maxLength,
        @Schema(description = "The values of a choice.") List<String> choices,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "New records must have a value.") boolean required,
        @Schema(description = "A sentence for who fills it in.") String help,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Takes no new values; what records have still shows.")
                boolean archived,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Also the ETag; goes into If-Match.")
                long version) {
    public static DeclarationJson of(Declaration declaration) {
        return new DeclarationJson(
                declaration.id(),
                declaration.account(),
                declaration.recordType().key(),
                declaration.key(),
                declaration.label(),
                declaration.type(),
                declaration.maxLength() == 0 ? null : declaration.maxLength(),
                declaration.choices().isEmpty() ? null : declaration.choices(),
                declaration.required(),
                declaration.help(),
                declaration.archived(),
                declaration.version());
    }
}
