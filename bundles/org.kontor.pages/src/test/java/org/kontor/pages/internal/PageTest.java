/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.util.Map;

import org.junit.Test;

import org.kontor.mail.Brand;
import org.kontor.mail.TextFile;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

@Shows({"P2", "P4"})
public class PageTest {
    private static final Brand BRAND =
            new Brand("Muster <b>", "#1f5fa8", "#ffffff", null, Map.of("fr", "Pied & <de> page"));

    /** What others wrote. */
    private static final Map<String, String> TYPED = Map.of(
            "secret", "S\"><script>",
            "page", "north",
            "typedcompany", "\"><script>",
            "typedname", "\u202e<script>",
            "typedemail", "'<script>",
            "forcompany", "<script>",
            "signinwith", "<script>",
            "login", "<script>");

    @Test
    public void everyPageIsWholeInBothLanguages() {
        for (String language : new String[] {"en", "fr"}) {
            Page page = new Page(BRAND, language);
            for (String body : new String[] {
                "password.html",
                "forgotten.html",
                "over.html",
                "unknown.html",
                "signup.html",
                "confirm.html",
                "onemore.html",
                "opened.html",
                "notproven.html"
            }) {
                for (String problem : new String[] {null, "notsame"}) {
                    String html = page.html(body, "choose", problem, TYPED);
                    assertFalse(html, html.contains("{"));
                    assertFalse(html, html.contains("<script>"));
                    assertFalse(html, html.contains("Muster <b>"));
                    assertTrue(html, html.contains("<html lang=\"" + language + "\">"));
                }
            }
        }
    }

    @Test
    public void everyFieldHasALabelAndTheRuleIsTold() {
        String html = new Page(BRAND, "en").html("password.html", "choose", null, Map.of("secret", "S"));
        assertTrue(html, html.contains("<label for=\"password\">New password</label>"));
        assertTrue(html, html.contains("<label for=\"again\">The same again</label>"));
        assertTrue(html, html.contains("12 to 128 characters"));
        assertFalse(html, html.contains("<script"));
    }

    @Test
    public void bothLanguagesHaveTheSameTexts() {
        assertEquals(
                TextFile.texts(Page.class, "page_en.properties").keySet(),
                TextFile.texts(Page.class, "page_fr.properties").keySet());
    }

    @Test
    public void theStyleHasTheBrandsColours() {
        String style = Page.style("#1f5fa8");
        assertTrue(style, style.contains("#1f5fa8") && !style.contains("COLOUR") && !style.contains("INK"));
    }
}
