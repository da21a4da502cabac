/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.pages.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.kontor.http.Door;
import org.kontor.mail.Brand;
import org.kontor.mail.Placeholders;
import org.kontor.mail.TextFile;

/** Puts pages together from files, in the language of who reads. Immutable. */
final class Page {
    private static final String LAYOUT = TextFile.read(Page.class, "page.html");
    private static final String PROBLEM = "<p class=\"problem\" id=\"problem\" role=\"alert\">{problem}</p>";
    private static final String LOGO = "<img src=\"{base}/logo/{logo}\" alt=\"{brand}\" class=\"logo\">";
    private static final String NAME = "<p class=\"name\">{brand}</p>";

    private final Brand brand;
    private final String language;
    private final Map<String, String> texts;

    Page(Brand brand, String language) {
        this.brand = brand;
        this.language = language;
        this.texts = TextFile.texts(Page.class, "page_" + language + ".properties");
    }

    String language() {
        return language;
    }

    /**
     * @param body the file of what stands between head and foot
     * @param title the name of a text
     * @param problem the name of a text that tells what was wrong with what was sent, or null
     * @param more what is filled in beside the texts
     */
    String html(String body, String title, String problem, Map<String, String> more) {
        Map<String, String> values = new HashMap<>();
        texts.forEach((name, text) -> values.put(name, text.replace("{brand}", brand.name())));
        values.putAll(more);
        values.put("language", language);
        values.put("brand", brand.name());
        values.put("base", Door.PATH + "/account");
        values.put("title", values.get(title));
        // named by what they are, so that no page needs to tell whose they are
        values.put("colour", brand.colour().substring(1).toLowerCase(Locale.ROOT));
        values.put("logo", brand.logo() == null ? "" : brand.logo().digest());
        values.put("foot", brand.texts().getOrDefault(language, ""));
        if (problem != null) {
            values.put("problem", values.get(problem));
        }
        String whole = LAYOUT.replace("{head}", brand.logo() == null ? NAME : LOGO)
                .replace("{body}", TextFile.read(Page.class, body))
                .replace("{trouble}", problem == null ? "" : PROBLEM);
        return Placeholders.fillHtml(whole, values);
    }

    String text(String name) {
        return texts.get(name);
    }

    /** A page that says one thing. */
    String message(String title, String text) {
        return html(
                "message.html", title, null, Map.of("message", texts.get(text).replace("{brand}", brand.name())));
    }

    /** @param colour like {@code #1f5fa8} */
    static String style(String colour) {
        return TextFile.read(Page.class, "page.css").replace("COLOUR", colour).replace("INK", Brand.inkOn(colour));
    }
}
