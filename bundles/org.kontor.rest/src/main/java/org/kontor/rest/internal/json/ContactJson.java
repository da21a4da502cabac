/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.customer.Contact;

/** Whom bills go to, as JSON. */
@Schema(name = "Contact")
public record ContactJson(
        @Schema(example = "Erika Muster") String name,
        @Schema(format = "email", example = "erika@muster.example") String email,
        @Schema(example = "+41 31 555 01 01") String phone) {
    /** Null when nothing of it is known. */
    static ContactJson of(Contact contact) {
        return contact.equals(new Contact(null, null, null))
                ? null
                : new ContactJson(contact.name(), contact.email(), contact.phone());
    }
}
