/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.signup.SignUpPage;

/** A sign-up page as JSON. */
@Schema(name = "SignUpPage")
public record SignUpPageJson(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The partner; new accounts are made in it.")
                UUID account,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its address ends with it.", example = "north")
                String name,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Where it is, behind the address of the server.",
                        example = "/kontor/account/sign-up/north")
                String path,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether it is there for others.") boolean on,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What new accounts get.") PlanChoiceJson plan,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = "Login of who set it last, and is responsible for the accounts.")
                String changedBy,
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "One more with each change.") long version) {
    public static SignUpPageJson of(SignUpPage page) {
        return new SignUpPageJson(
                page.account(),
                page.name(),
                "/kontor/account/sign-up/" + page.name(),
                page.on(),
                PlanChoiceJson.of(page.plan()),
                page.changedBy(),
                page.version());
    }
}
