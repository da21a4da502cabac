/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.io.InputStream;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.kontor.api.error.KontorException;

/**
 * Where an account is to hang.
 *
 * @param managingAccount id of the account that is to manage it
 */
@Schema(name = "AccountMove")
public record AccountMove(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The account that is to be directly above.")
                UUID managingAccount) {
    private static final String NAME = "managingAccount";

    /** @throws KontorException {@code malformed_body}, {@code invalid_input} */
    public static UUID to(InputStream body) {
        UUID account = Input.read(body, NAME).id(NAME);
        if (account == null) {
            throw KontorException.invalid(NAME, "required", "Must be given.", null);
        }
        return account;
    }
}
