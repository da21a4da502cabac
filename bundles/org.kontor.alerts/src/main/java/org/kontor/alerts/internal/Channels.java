/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.kontor.mail.MailAddress;
import org.kontor.mail.MailServer;
import org.kontor.mail.SmtpClient;

/** Makes the channels that the settings name. Stateless. */
final class Channels {
    private static final int MOST_RECIPIENTS = 20;
    private static final int SHORTEST_SECRET = 16;

    private Channels() {}

    /** @throws IllegalArgumentException with the setting and its rule */
    static List<Channel> of(AlertSettings settings) {
        List<Channel> channels = new ArrayList<>();
        if (!settings.mail_host().isBlank()) {
            channels.add(mail(settings));
        }
        if (!settings.webhook_url().isBlank()) {
            channels.add(webhook(settings));
        }
        return channels;
    }

    private static Channel mail(AlertSettings settings) {
        MailServer server = MailServer.of(
                "mail.",
                settings.mail_host(),
                settings.mail_port(),
                settings.mail_security(),
                settings.mail_user(),
                settings._mail_password());
        List<MailAddress> from = MailAddress.parse("mail.from", settings.mail_from());
        List<MailAddress> to = MailAddress.parse("mail.to", settings.mail_to());
        if (from.size() != 1) {
            throw new IllegalArgumentException("mail.from must be one address.");
        }
        if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("mail.to must be 1 to " + MOST_RECIPIENTS + " addresses.");
        }
        return new MailChannel(new SmtpClient(server), settings.name(), from.get(0), to);
    }

    private static Channel webhook(AlertSettings settings) {
        URI url;
        try {
            url = new URI(settings.webhook_url().strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("webhook.url is not an address.");
        }
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("webhook.url must be like https://example.com/hook, without a user.");
        }
        byte[] secret = settings._webhook_secret().getBytes(StandardCharsets.UTF_8);
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(".webhook.secret must have " + SHORTEST_SECRET + " characters or more.");
        }
        return new WebhookChannel(url, secret, settings.name());
    }
}
