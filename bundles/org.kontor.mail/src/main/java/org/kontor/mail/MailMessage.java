/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.spi.mail.HeaderText;

/**
 * A mail as it goes out.
 *
 * @param id the same for every try: most servers then deliver it once
 * @param html the same as the text, for those who see it; null for none
 * @param picture what the HTML shows as {@code cid:logo}; null for none
 */
public record MailMessage(
        UUID id, MailAddress from, List<MailAddress> to, String subject, String text, String html, Picture picture) {
    /** A picture with its type, like {@code image/png}. */
    public record Picture(String type, byte[] bytes) {}

    /** @throws org.kontor.api.error.KontorException {@code invalid_input} when a line of it could steer the mail */
    public MailMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        to = List.copyOf(to);
        HeaderText.require("subject", subject);
    }

    /** Without a look of its own. */
    public static MailMessage plain(UUID id, MailAddress from, List<MailAddress> to, String subject, String text) {
        return new MailMessage(id, from, to, subject, text, null, null);
    }
}
