/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/** Mails, one for each message, to all recipients together. */
final class MailChannel implements Channel {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final int LONGEST_SUBJECT = 150;

    private final Server server;
    private final String installation;
    private final InternetAddress from;
    private final InternetAddress[] to;

    /** How the connection is protected. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** @param user empty for no sign-in */
    record Server(String host, int port, Security security, String user, String password) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    MailChannel(Server server, String installation, InternetAddress from, InternetAddress[] to) {
        this.server = server;
        this.installation = installation;
        this.from = from;
        this.to = to.clone();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String target() {
        return Arrays.stream(to).map(InternetAddress::getAddress).collect(Collectors.joining(", ")) + " by " + server;
    }

    @Override
    public void send(Letter letter) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its parts by it.
        thread.setContextClassLoader(MailChannel.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, letter);
            try (Transport transport = session.getTransport(server.security() == Security.TLS ? "smtps" : "smtp")) {
                if (server.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(server.user(), server.password());
                }
                transport.sendMessage(message, to);
            }
        } catch (MessagingException e) {
            throw new ChannelException("The mail server " + server + " did not take it: " + reason(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The first line: some say much more. A failed sign-in tells no password. */
    private static String reason(MessagingException failure) {
        Exception next = failure.getNextException();
        String message = String.valueOf(failure.getMessage()).strip().split("\\R", 2)[0];
        return message
                + (next == null ? "" : " (" + String.valueOf(next.getMessage()).split("\\R", 2)[0] + ")");
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "host", server.host());
            properties.setProperty(protocol + "port", String.valueOf(server.port()));
            properties.setProperty(protocol + "connectiontimeout", TIMEOUT_MILLIS);
            properties.setProperty(protocol + "timeout", TIMEOUT_MILLIS);
            properties.setProperty(protocol + "writetimeout", TIMEOUT_MILLIS);
            properties.setProperty(
                    protocol + "auth", String.valueOf(!server.user().isEmpty()));
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(
                    protocol + "starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
            properties.setProperty(
                    protocol + "starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        }
        return properties;
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        String id = "<" + letter.id() + "@kontor>";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // the same for every try: most servers then deliver it once
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject(letter), "UTF-8");
        message.setSentDate(Date.from(Instant.now()));
        // answering machines leave it alone
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text(letter), "UTF-8");
        message.saveChanges();
        return message;
    }

    private String subject(Letter letter) {
        String what =
                switch (letter.event()) {
                    case BEGAN -> letter.kind() + " " + letter.subject();
                    case ENDED -> "Resolved: " + letter.kind() + " " + letter.subject();
                    case TEST -> "Test";
                };
        String line = ("[" + installation + "] " + what).replaceAll("\\p{Cntrl}+", " ");
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
