/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.brand.AccountBrand;

/** A brand as JSON: what the partner itself says. */
@Schema(name = "Brand")
public record BrandJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The partner.") UUID account,
        @Schema(description = "Missing: that of above.") String name,
        @Schema(description = "Of buttons. Missing: that of above.", example = "#1f5fa8") String colour,
        @Schema(description = "A line at the end of mails and pages. A missing language: that of above.")
                BrandTextJson text,
        @Schema(description = "Missing: that of above.") BrandLogoJson logo,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "One more with each change.") long version) {
    /** The line by language. */
    @Schema(name = "BrandText")
    public record BrandTextJson(@Schema(maxLength = 300) String en, @Schema(maxLength = 300) String fr) {}

    /** A logo without its bytes. */
    @Schema(name = "BrandLogo")
    public record BrandLogoJson(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            allowableValues = {"image/png", "image/jpeg", "image/svg+xml"})
                    String mediaType,
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "In bytes.") int size,
            @Schema(requiredMode = RequiredMode.REQUIRED) String sha256) {}

    public static BrandJson of(AccountBrand brand) {
        AccountBrand.Logo logo = brand.logo();
        return new BrandJson(
                brand.account(),
                brand.name(),
                brand.colour(),
                brand.texts().isEmpty()
                        ? null
                        : new BrandTextJson(
                                brand.texts().get("en"), brand.texts().get("fr")),
                logo == null ? null : new BrandLogoJson(logo.mediaType(), logo.size(), logo.sha256()),
                brand.version());
    }
}
