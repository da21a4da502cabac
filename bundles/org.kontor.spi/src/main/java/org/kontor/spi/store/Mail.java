/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.kontor.spi.mail.HeaderText;

/**
 * A mail in the queue: what it is to say, not yet in words.
 *
 * @param account whose business it is
 * @param name of who gets it; null for none
 * @param template what it says, by the name of its template
 * @param language null for that of the installation
 * @param values what the template names; never a secret
 * @param link made when it goes out; null when it has none
 * @param next when it is tried; while it is being sent, until when nobody else does
 * @param error why the last try failed; null for no reason
 */
public record Mail(
        UUID id,
        UUID account,
        String name,
        String email,
        String template,
        String language,
        Map<String, String> values,
        UUID link,
        State state,
        int attempts,
        Instant created,
        Instant next,
        String error) {
    /** What becomes of it. */
    public enum State {
        WAITING,
        SENT,
        /** Not taken for days, or never. */
        FAILED,
        /** Not needed any more. */
        CANCELLED
    }

    /** @throws org.kontor.api.error.KontorException {@code invalid_input} when name or address could steer the mail */
    public Mail {
        HeaderText.require("name", name);
        HeaderText.require("email", email);
        values = Map.copyOf(values);
    }

    /** One that goes out as soon as it can. */
    public static Mail of(
            UUID account,
            Person to,
            String template,
            String language,
            Map<String, String> values,
            UUID link,
            Instant now) {
        return new Mail(
                Ids.next(),
                account,
                to.displayName(),
                to.email(),
                template,
                language,
                values,
                link,
                State.WAITING,
                0,
                now,
                now,
                null);
    }
}
