/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.signup.SignedUp;

/** What became of a confirmation as JSON. */
@Schema(name = "SignedUp")
public record SignedUpJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "By which the person signs in.") String login,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The account that was opened.") UUID account,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "False for somebody who was known before, and keeps the password from then.")
                boolean passwordSet) {
    public static SignedUpJson of(SignedUp signedUp) {
        return new SignedUpJson(signedUp.login(), signedUp.account(), signedUp.passwordSet());
    }
}
