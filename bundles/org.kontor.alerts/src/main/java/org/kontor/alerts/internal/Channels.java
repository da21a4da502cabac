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

import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

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
        MailChannel.Security security;
        switch (settings.mail_security().strip()) {
            case "none" -> security = MailChannel.Security.NONE;
            case "starttls" -> security = MailChannel.Security.STARTTLS;
            case "tls" -> security = MailChannel.Security.TLS;
            default -> throw new IllegalArgumentException("mail.security must be none, starttls or tls.");
        }
        if (settings.mail_port() < 1 || settings.mail_port() > 65_535) {
            throw new IllegalArgumentException("mail.port must be from 1 to 65535.");
        }
        if (!settings.mail_user().isBlank() && security == MailChannel.Security.NONE) {
            throw new IllegalArgumentException(
                    "mail.user needs mail.security = starttls or tls: a password would go out in clear text.");
        }
        InternetAddress[] from = addresses("mail.from", settings.mail_from());
        InternetAddress[] to = addresses("mail.to", settings.mail_to());
        if (from.length != 1) {
            throw new IllegalArgumentException("mail.from must be one address.");
        }
        if (to.length == 0 || to.length > MOST_RECIPIENTS) {
            throw new IllegalArgumentException("mail.to must be 1 to " + MOST_RECIPIENTS + " addresses.");
        }
        return new MailChannel(
                new MailChannel.Server(
                        settings.mail_host().strip(),
                        settings.mail_port(),
                        security,
                        settings.mail_user().strip(),
                        settings._mail_password()),
                settings.name(),
                from[0],
                to);
    }

    private static InternetAddress[] addresses(String setting, String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            for (InternetAddress address : addresses) {
                address.validate();
            }
            return addresses;
        } catch (AddressException e) {
            throw new IllegalArgumentException(setting + " must be addresses like desk@example.com.");
        }
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
