/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.mail.internet.MimeMessage;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Mails as a real mail server takes them. */
@Shows("S16")
public class MailChannelTest {
    private static final Letter BEGAN = new Letter(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            Letter.Event.BEGAN,
            "connection-failed",
            "erp",
            "Die Verbindung «erp» ist weg.\n.\nLook: kontor:connection-check erp",
            Instant.parse("2026-11-22T10:00:00Z"),
            null);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Before
    public void start() {
        server.start();
    }

    @After
    public void stop() {
        server.stop();
    }

    private Channel channel(Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "mail_host", "127.0.0.1",
                "mail_port", server.getSmtp().getPort(),
                "mail_security", "none",
                "mail_from", "kontor@example.com",
                "mail_to", "desk@example.com, Nacht <night@example.com>",
                "name", "Kontor Basel"));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        List<Channel> channels = Channels.of(SettingsOf.values(values));
        assertEquals(1, channels.size());
        return channels.get(0);
    }

    @Test
    public void aMailTellsWhatBeganToAllRecipients() throws Exception {
        channel().send(BEGAN);
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length);
        MimeMessage mail = received[0];
        assertEquals("[Kontor Basel] connection-failed erp", mail.getSubject());
        assertEquals("<01890000-0000-7000-8000-000000000001@kontor>", mail.getMessageID());
        assertEquals("kontor@example.com", mail.getFrom()[0].toString());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        String text = mail.getContent().toString();
        assertTrue(text, text.contains("«erp»") && text.contains("kontor:connection-check erp"));
        assertTrue(text, text.contains("since: 2026-11-22T10:00:00Z"));
    }

    @Test
    public void theEndIsToldAsResolved() throws Exception {
        channel()
                .send(new Letter(
                        BEGAN.id(),
                        Letter.Event.ENDED,
                        BEGAN.kind(),
                        "erp\r\nBcc: other@example.com",
                        BEGAN.message(),
                        BEGAN.since(),
                        BEGAN.since().plusSeconds(60)));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("[Kontor Basel] Resolved: connection-failed erp Bcc: other@example.com", mail.getSubject());
        assertEquals("nothing steers the mail", 2, server.getReceivedMessages().length);
    }

    @Test
    public void aServerThatIsDownIsSaidInOneLine() {
        Channel channel = channel();
        server.stop();
        ChannelException failure = assertThrows(ChannelException.class, () -> channel.send(BEGAN));
        assertTrue(failure.getMessage(), failure.getMessage().startsWith("The mail server 127.0.0.1:"));
        assertFalse(failure.getMessage(), failure.getMessage().contains("\n"));
    }

    @Test
    public void aServerWithoutTlsGetsNothingWhenTlsIsAskedFor() {
        ChannelException failure = assertThrows(ChannelException.class, () -> channel("mail_security", "starttls")
                .send(BEGAN));
        assertTrue(failure.getMessage(), failure.getMessage().contains("STARTTLS"));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    public void wrongSettingsAreNamed() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "mail_security", "ssl",
                        "mail_port", 0,
                        "mail_from", "",
                        "mail_to", "not an address",
                        "mail_user", "kontor")
                .entrySet()) {
            IllegalArgumentException failure =
                    assertThrows(IllegalArgumentException.class, () -> channel(wrong.getKey(), wrong.getValue()));
            assertTrue(
                    failure.getMessage(),
                    failure.getMessage().startsWith(wrong.getKey().replace('_', '.')));
        }
    }
}
