/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

import javax.activation.DataHandler;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeBodyPart;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.util.ByteArrayDataSource;

import com.sun.mail.smtp.SMTPAddressFailedException;

/** Hands mails over to a server, each in a conversation of its own. Thread-safe. */
public final class SmtpClient {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final String UTF_8 = "UTF-8";
    private static final int FIRST_PERMANENT = 500;

    private final MailServer server;

    public SmtpClient(MailServer server) {
        this.server = server;
    }

    public MailServer server() {
        return server;
    }

    /** @throws MailException when the server did not take it */
    public void send(MailMessage mail) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its parts by it.
        thread.setContextClassLoader(SmtpClient.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, mail);
            try (Transport transport =
                    session.getTransport(server.security() == MailServer.Security.TLS ? "smtps" : "smtp")) {
                if (server.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(server.user(), server.password());
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new MailException("The mail server " + server + " did not take it: " + reason(e), isPermanent(e));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The first line: some say much more. A failed sign-in tells no password. */
    private static String reason(MessagingException failure) {
        Exception next = failure.getNextException();
        return firstLine(failure) + (next == null ? "" : " (" + firstLine(next) + ")");
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().split("\\R", 2)[0];
    }

    /** A server that refuses the sender, or all mails, may be set up anew; an address that is none stays none. */
    private static boolean isPermanent(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() >= FIRST_PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            boolean startTls = server.security() == MailServer.Security.STARTTLS;
            properties.setProperty(protocol + "host", server.host());
            properties.setProperty(protocol + "port", String.valueOf(server.port()));
            properties.setProperty(protocol + "connectiontimeout", TIMEOUT_MILLIS);
            properties.setProperty(protocol + "timeout", TIMEOUT_MILLIS);
            properties.setProperty(protocol + "writetimeout", TIMEOUT_MILLIS);
            properties.setProperty(
                    protocol + "auth", String.valueOf(!server.user().isEmpty()));
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "starttls.enable", String.valueOf(startTls));
            properties.setProperty(protocol + "starttls.required", String.valueOf(startTls));
        }
        return properties;
    }

    private static MimeMessage message(Session session, MailMessage mail)
            throws MessagingException, UnsupportedEncodingException {
        String id = "<" + mail.id() + "@kontor>";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(address(mail.from()));
        for (MailAddress to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, address(to));
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(Instant.now()));
        // answering machines leave it alone
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.html() == null) {
            message.setText(mail.text(), UTF_8);
        } else {
            message.setContent(bothForms(mail));
        }
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(MailAddress address)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress made = new InternetAddress(address.address(), true);
        if (address.name() != null && !address.name().isBlank()) {
            made.setPersonal(address.name(), UTF_8);
        }
        return made;
    }

    /** The form that is seen best stands last (RFC 2046, 5.1.4). */
    private static MimeMultipart bothForms(MailMessage mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        return new MimeMultipart(
                "alternative", text, mail.picture() == null ? html : withPicture(html, mail.picture()));
    }

    private static MimeBodyPart withPicture(MimeBodyPart html, MailMessage.Picture picture) throws MessagingException {
        MimeBodyPart inline = new MimeBodyPart();
        inline.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.bytes(), picture.type())));
        inline.setContentID("<logo>");
        inline.setDisposition(MimeBodyPart.INLINE);
        MimeBodyPart related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", html, inline));
        return related;
    }
}
