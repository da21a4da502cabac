/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.UUID;

import javax.servlet.http.HttpServletRequest;

import org.kontor.api.account.Accounts;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.http.Door;

/** The account that a request is made for: the caller's own, or one of its subtree that the header names. Thread-safe. */
final class MadeFor {
    private static final String HEADER = "Kontor-Account";
    private static final int ID_LENGTH = 36;

    private final Accounts accounts;

    MadeFor(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws KontorException {@code invalid_input}, {@code not_found}, {@code access_denied} */
    void note(HttpServletRequest request, Actor actor) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            Door.acts(request, accounts.within(CallContext.of(actor, Source.REST), id(header.strip())));
        }
    }

    private static UUID id(String text) {
        try {
            // UUID.fromString takes shortened forms, too; ids are always written in full
            if (text.length() == ID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        String told = text.length() > 2 * ID_LENGTH ? text.substring(0, 2 * ID_LENGTH) + "…" : text;
        throw KontorException.invalid(HEADER, "malformed_id", "Must be the id of an account.", told);
    }
}
