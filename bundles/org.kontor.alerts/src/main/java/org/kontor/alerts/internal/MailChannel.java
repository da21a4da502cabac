/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.kontor.mail.MailAddress;
import org.kontor.mail.MailException;
import org.kontor.mail.MailMessage;
import org.kontor.mail.SmtpClient;

/** Mails, one for each message, to all recipients together. */
final class MailChannel implements Channel {
    private static final int LONGEST_SUBJECT = 150;

    private final SmtpClient client;
    private final String installation;
    private final MailAddress from;
    private final List<MailAddress> to;

    MailChannel(SmtpClient client, String installation, MailAddress from, List<MailAddress> to) {
        this.client = client;
        this.installation = installation;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String target() {
        return to.stream().map(MailAddress::address).collect(Collectors.joining(", ")) + " by " + client.server();
    }

    @Override
    public void send(Letter letter) {
        try {
            client.send(MailMessage.plain(letter.id(), from, to, subject(letter), text(letter)));
        } catch (MailException e) {
            throw new ChannelException(e.getMessage());
        }
    }

    private String subject(Letter letter) {
        String what =
                switch (letter.event()) {
                    case BEGAN -> letter.kind() + " " + letter.subject();
                    case ENDED -> "Resolved: " + letter.kind() + " " + letter.subject();
                    case TEST -> "Test";
                };
        String line = ("[" + installation + "] " + what).replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]+", " ");
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
    }

    private static String text(Letter letter) {
        return letter.message() + "\n\n"
                + "event: " + letter.event().name().toLowerCase(Locale.ROOT) + "\n"
                + "kind: " + letter.kind() + "\n"
                + "subject: " + letter.subject() + "\n"
                + "since: " + letter.since() + "\n"
                + (letter.ended() == null ? "" : "ended: " + letter.ended() + "\n");
    }
}
