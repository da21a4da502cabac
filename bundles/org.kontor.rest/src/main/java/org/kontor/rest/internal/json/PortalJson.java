/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalWithSecret;

/** The portal of an account. */
@Schema(name = "Portal")
public record PortalJson(
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "By https; by http on the own machine alone.",
                        example = "https://portal.example.com/enter",
                        maxLength = 1000)
                String url,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long version,
        @Schema(
                        accessMode = Schema.AccessMode.READ_ONLY,
                        description = "With which the portal redeems codes. Shown when it is made, and never again.")
                String secret) {
    public static PortalJson of(Portal portal) {
        return new PortalJson(portal.url(), portal.version(), null);
    }

    public static PortalJson of(PortalWithSecret made) {
        return new PortalJson(made.portal().url(), made.portal().version(), made.secret());
    }
}
