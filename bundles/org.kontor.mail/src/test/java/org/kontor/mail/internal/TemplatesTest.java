/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import org.kontor.mail.Brand;
import org.kontor.mail.MailAddress;
import org.kontor.mail.MailMessage;
import org.kontor.mail.TextFile;
import org.kontor.spi.mail.MailLinks;
import org.kontor.spi.store.Mail;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** What mails say, in both languages and both forms. */
@Shows({"P2", "P4"})
public class TemplatesTest {
    private static final MailLinks.Issued LINK =
            new MailLinks.Issued("SECRET-43", Instant.parse("2026-11-26T09:05:00Z"));
    private static final Brand BRAND =
            new Brand("Muster & Söhne", "#1f5fa8", "#ffffff", null, Map.of("en", "Muster Ltd <Bern>"));

    private static MailMessage written(Brand brand, String template, String language, String name) {
        Mail mail = new Mail(
                UUID.randomUUID(),
                UUID.randomUUID(),
                name,
                "rita@example.com",
                template,
                language,
                Map.of("login", "rita", "by", "<script>Ada"),
                UUID.randomUUID(),
                Mail.State.WAITING,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        MailAddress from = new MailAddress(null, "kontor@example.com");
        return new Templates(from, URI.create("https://kontor.example.com"), "en").write(mail, LINK, brand);
    }

    @Test
    public void everyTemplateIsWholeInBothLanguagesAndForms() {
        for (String template : new String[] {"invitation", "password"}) {
            for (String language : new String[] {"en", "fr"}) {
                MailMessage mail = written(BRAND, template, language, "Rita <b>Müller</b>");
                String link = "https://kontor.example.com/kontor/account/password/SECRET-43";
                for (String form : new String[] {mail.text(), mail.html()}) {
                    assertTrue(form, form.contains(link));
                    assertFalse(form, form.contains("{"));
                    assertTrue(form, form.contains(language.equals("en") ? "26 November 2026" : "26 novembre 2026"));
                }
                assertTrue(mail.html(), mail.html().contains("Rita &lt;b&gt;Müller&lt;/b&gt;"));
                assertFalse(mail.html(), mail.html().contains("<script>"));
                assertTrue(mail.text(), mail.text().contains("Rita <b>Müller</b>"));
                assertTrue(mail.html(), mail.html().contains("lang=\"" + language + "\""));
                assertTrue(mail.subject(), mail.subject().contains("Muster & Söhne"));
                assertTrue(mail.html(), mail.html().contains("Muster &amp; Söhne"));
            }
        }
    }

    /** Whoever typed an address in on a public page is not to write to it. */
    @Test
    @Shows("A13")
    public void aMailOfASignUpHasNothingThatWasTypedIn() {
        for (String template : new String[] {"signup", "signup-known"}) {
            for (String language : new String[] {"en", "fr"}) {
                MailMessage mail = written(BRAND, template, language, "Buy now at http://spam.example");
                for (String form : new String[] {mail.text(), mail.html()}) {
                    assertTrue(form, form.contains("https://kontor.example.com/kontor/account/confirm/SECRET-43"));
                    assertFalse(form, form.contains("{"));
                    assertFalse(form, form.contains("spam"));
                }
                assertTrue(mail.subject(), mail.subject().contains("Muster & Söhne"));
                assertEquals("who it comes from", "Muster & Söhne", mail.from().name());
            }
        }
    }

    @Test
    public void thoseOfUnknownLanguageGetThatOfTheInstallation() {
        for (String language : new String[] {null, "de"}) {
            assertTrue(written(BRAND, "invitation", language, "Rita").text().startsWith("Hello Rita,"));
        }
        assertTrue(written(BRAND, "invitation", "fr", "Rita").text().startsWith("Bonjour Rita,"));
    }

    @Test
    public void aPictureGoesIntoTheMailUnlessNoMailProgramShowsIt() {
        assertNull(written(BRAND, "invitation", "en", "Rita").picture());
        for (String type : new String[] {"image/png", "image/svg+xml"}) {
            Brand pictured = new Brand("K", "#000000", "#ffffff", new Brand.Logo(type, new byte[1]), Map.of());
            MailMessage mail = written(pictured, "invitation", "en", "Rita");
            assertEquals(type.equals("image/png"), mail.html().contains("cid:logo"));
            if (type.equals("image/png")) {
                assertNotNull(mail.picture());
            } else {
                assertNull(mail.picture());
            }
        }
    }

    /** Those without a link of their own lead to where people sign in. */
    @Test
    public void whoIsAskedReadsByWhomAndForWhat() {
        for (String template : new String[] {"msp_link", "support_session"}) {
            for (String language : new String[] {"en", "fr"}) {
                Mail mail = new Mail(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Rita",
                        "rita@example.com",
                        template,
                        language,
                        Map.of(
                                "by",
                                "<script>Ada",
                                "partner",
                                "North & Co",
                                "account",
                                "Miller",
                                "minutes",
                                "60",
                                "reason",
                                "It {leaks}.\nStill."),
                        null,
                        Mail.State.WAITING,
                        0,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null);
                MailMessage written = new Templates(
                                new MailAddress(null, "kontor@example.com"),
                                URI.create("https://kontor.example.com"),
                                "en")
                        .write(mail, null, BRAND);
                assertTrue(written.subject(), written.subject().contains("Miller"));
                assertTrue(written.text(), written.text().contains("North & Co"));
                assertTrue(written.text(), written.text().contains("https://kontor.example.com"));
                assertTrue(written.html(), written.html().contains("North &amp; Co"));
                assertFalse(written.html(), written.html().contains("<script>"));
                assertEquals(template.equals("support_session"), written.text().contains("It {leaks}.\nStill."));
            }
        }
    }

    @Test
    public void bothLanguagesHaveTheSameTexts() {
        for (String template : new String[] {
            "invitation", "password", "membership", "msp_link", "support_session", "signup", "signup-known"
        }) {
            Set<String> english =
                    TextFile.texts(Templates.class, template + "_en.properties").keySet();
            assertEquals(
                    english,
                    TextFile.texts(Templates.class, template + "_fr.properties").keySet());
        }
    }
}
