/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.io.InputStream;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    private static final int ID_LENGTH = 36;

    /** @throws KontorException {@code malformed_body}, {@code invalid_input} */
    public static UUID to(InputStream body) {
        ObjectNode object = RecordBody.readObject(body);
        object.fieldNames().forEachRemaining(name -> {
            if (!name.equals(NAME)) {
                throw KontorException.invalid(
                        name.length() > 100 ? name.substring(0, 100) + "…" : name,
                        "unknown_field",
                        "There is no such field.",
                        null);
            }
        });
        JsonNode node = object.get(NAME);
        if (node == null || node.isNull()) {
            throw KontorException.invalid(NAME, "required", "Must be given.", null);
        }
        try {
            if (node.isTextual() && node.textValue().length() == ID_LENGTH) {
                return UUID.fromString(node.textValue());
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        String told = node.toString();
        throw KontorException.invalid(
                NAME,
                "malformed_id",
                "Must be the id of an account.",
                told.length() > 100 ? told.substring(0, 100) + "…" : told);
    }
}
