/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.mail.Brand;
import org.kontor.mail.MailAddress;
import org.kontor.mail.MailMessage;
import org.kontor.mail.Placeholders;
import org.kontor.mail.TextFile;
import org.kontor.spi.mail.MailLinks;
import org.kontor.spi.store.Mail;

/** Puts mails into words, as text and as HTML that says the same. Immutable. */
final class Templates {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final String PASSWORD = "/kontor/account/password/";
    private static final String CONFIRM = "/kontor/account/confirm/";
    /** Of those whose link confirms a sign-up. */
    private static final String SIGN_UP = "signup";

    private static final String HTML = TextFile.read(Templates.class, "mail.html");
    private static final String LOGO = "<img src=\"cid:logo\" alt=\"{brand}\" height=\"40\""
            + " style=\"display:block;height:40px;width:auto;border:0\">";
    private static final String NAME = "<span style=\"color:#566072;font-weight:bold\">{brand}</span>";

    private final MailAddress from;
    private final String publicUrl;
    private final String language;

    /**
     * @param from without a name that of the brand is taken
     * @param publicUrl without a slash at its end
     */
    Templates(MailAddress from, URI publicUrl, String language) {
        this.from = from;
        this.publicUrl = publicUrl.toString();
        this.language = language;
    }

    /** @throws IllegalArgumentException when there is no such template, or a value of it is missing */
    MailMessage write(Mail mail, MailLinks.Issued link, Brand brand) {
        String spoken = mail.language() != null && LANGUAGES.contains(mail.language()) ? mail.language() : language;
        Map<String, String> texts = TextFile.texts(Templates.class, mail.template() + "_" + spoken + ".properties");
        Map<String, String> values = new HashMap<>(mail.values());
        values.put("name", mail.name() == null ? "" : mail.name());
        values.put("brand", brand.name());
        if (link != null) {
            values.put("link", publicUrl + (mail.template().startsWith(SIGN_UP) ? CONFIRM : PASSWORD) + link.secret());
            values.put("until", time(link.expires(), spoken));
        }
        Map<String, String> said = new HashMap<>();
        texts.forEach((name, text) -> said.put(name, Placeholders.fill(text, values)));
        said.put("language", spoken);
        said.put("link", values.getOrDefault("link", publicUrl));
        said.put("brand", brand.name());
        said.put("colour", brand.colour());
        said.put("ink", brand.ink());
        said.put("foot", brand.texts().getOrDefault(spoken, ""));
        boolean pictured = brand.logo() != null && brand.logo().isForMails();
        String html = Placeholders.fillHtml(HTML.replace("{head}", pictured ? LOGO : NAME), said);
        return new MailMessage(
                mail.id(),
                from.name() == null ? new MailAddress(brand.name(), from.address()) : from,
                List.of(new MailAddress(mail.name(), mail.email())),
                said.get("subject"),
                plain(said),
                html,
                pictured
                        ? new MailMessage.Picture(
                                brand.logo().type(), brand.logo().bytes())
                        : null);
    }

    private static String plain(Map<String, String> said) {
        String foot = said.get("foot");
        return String.join(
                        "\n\n",
                        said.get("greeting"),
                        said.get("text"),
                        said.get("button") + ":\n" + said.get("link"),
                        said.get("after"),
                        said.get("ignore"),
                        "-- \n" + said.get("brand") + (foot.isEmpty() ? "" : "\n" + foot))
                + "\n";
    }

    private static String time(Instant moment, String language) {
        String pattern = language.equals("fr") ? "d MMMM uuuu 'à' HH:mm 'UTC'" : "d MMMM uuuu, HH:mm 'UTC'";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                .format(moment.atOffset(ZoneOffset.UTC));
    }
}
