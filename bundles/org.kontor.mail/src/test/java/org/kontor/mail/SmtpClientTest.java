/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.List;
import java.util.UUID;

import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Mails as a real mail server takes them. */
@Shows({"P2", "X2"})
public class SmtpClientTest {
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final MailAddress FROM = new MailAddress("Kontor Zürich", "kontor@example.com");
    private static final MailAddress RITA = new MailAddress("Rita Müller, 李", "rita@example.com");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private SmtpClient client;

    @Before
    public void start() {
        server.start();
        client = new SmtpClient(MailServer.of("", "127.0.0.1", server.getSmtp().getPort(), "none", "", ""));
    }

    @After
    public void stop() {
        server.stop();
    }

    @Test
    public void bothFormsAndThePictureArrive() throws Exception {
        client.send(new MailMessage(
                ID,
                FROM,
                List.of(RITA),
                "Votre invitation à Zürich",
                "Grüezi",
                "<p>Grüezi</p>",
                new MailMessage.Picture("image/png", new byte[] {1, 2, 3})));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("Votre invitation à Zürich", mail.getSubject());
        assertEquals("<" + ID + "@kontor>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
        InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
        assertEquals("Rita Müller, 李", to.getPersonal());
        assertEquals("rita@example.com", to.getAddress());
        assertTrue(mail.getHeader("To")[0], mail.getHeader("To")[0].chars().allMatch(c -> c < 128));
        MimeMultipart forms = (MimeMultipart) mail.getContent();
        assertTrue(forms.getContentType(), forms.getContentType().startsWith("multipart/alternative"));
        assertEquals("Grüezi", forms.getBodyPart(0).getContent());
        MimeMultipart related = (MimeMultipart) forms.getBodyPart(1).getContent();
        assertTrue(related.getContentType(), related.getContentType().startsWith("multipart/related"));
        assertEquals("<p>Grüezi</p>", related.getBodyPart(0).getContent());
        assertEquals("<logo>", related.getBodyPart(1).getHeader("Content-ID")[0]);
    }

    @Test
    @Shows("V1")
    public void noLineOfTheHeadBecomesTwo() {
        for (String wrong : new String[] {"x\r\nBcc: other@example.com", "x\ny", "x\ry", "x\0y", "x\u0085y"}) {
            assertRefused("subject", () -> MailMessage.plain(ID, FROM, List.of(RITA), wrong, ""));
            assertRefused("name", () -> new MailAddress(wrong, "rita@example.com"));
            assertRefused("email", () -> new MailAddress("Rita", wrong + "@example.com"));
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    private static void assertRefused(String field, ThrowingRunnable call) {
        KontorException refusal = assertThrows(KontorException.class, call);
        assertEquals(ErrorCode.INVALID_INPUT, refusal.code());
        assertEquals(field, refusal.violations().get(0).field());
        assertEquals("control_character", refusal.violations().get(0).rule());
        assertFalse(refusal.getMessage(), refusal.getMessage().contains("Bcc"));
    }

    @Test
    public void aServerThatIsDownIsSaidInOneLineAndIsNotForEver() {
        server.stop();
        MailException failure = assertThrows(
                MailException.class, () -> client.send(MailMessage.plain(ID, FROM, List.of(RITA), "x", "y")));
        assertTrue(failure.getMessage(), failure.getMessage().startsWith("The mail server 127.0.0.1:"));
        assertFalse(failure.getMessage(), failure.getMessage().contains("\n"));
        assertFalse(failure.isPermanent());
    }

    @Test
    public void aWrongSignInTellsNoPassword() {
        SmtpClient signingIn = new SmtpClient(new MailServer(
                "127.0.0.1", server.getSmtp().getPort(), MailServer.Security.NONE, "kontor", "the secret"));
        server.setUser("kontor", "another");
        MailException failure = assertThrows(
                MailException.class, () -> signingIn.send(MailMessage.plain(ID, FROM, List.of(RITA), "x", "y")));
        assertFalse(failure.getMessage(), failure.getMessage().contains("the secret"));
        assertFalse(signingIn.server().toString(), signingIn.server().toString().contains("the secret"));
    }
}
