/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.core.rules.FieldRules;

/** What the parts of a content item must be; collects all that is wrong. Names have the rules that those of customers have. Not thread-safe. */
final class ContentRules {
    private static final int MAX_DESCRIPTION = 4000;
    private static final int MAX_LINK = 2000;
    private static final int MAX_MEDIA_TYPE = 200;
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    /** RFC 6838, 4.2, and parameters as HTTP writes them (RFC 9110, 8.3.1): it goes into a header as it is. */
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            NAME + "/" + NAME + "(?: *; *" + TOKEN + "=(?:" + TOKEN + "|\"[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]*\"))*");

    private final ContentSettings settings;
    private final List<Violation> violations = new ArrayList<>();

    ContentRules(ContentSettings settings) {
        this.settings = settings;
    }

    String kind(String raw) {
        if (raw == null || raw.isBlank()) {
            return refuse("kind", "required", "Must be one of " + String.join(", ", settings.kinds()) + ".", null);
        }
        String kind = raw.strip().toUpperCase(Locale.ROOT);
        return settings.kinds().contains(kind)
                ? kind
                : refuse("kind", "unknown_choice", "Must be one of " + String.join(", ", settings.kinds()) + ".", raw);
    }

    String name(String raw) {
        int before = violations.size();
        String name = line("name", raw);
        return name == null && violations.size() == before
                ? refuse("name", "required", "Must not be empty.", null)
                : name;
    }

    /** @return null when nothing is left */
    private String line(String field, String raw) {
        List<Violation> told = new ArrayList<>();
        String line = (String) FieldRules.check(CustomerField.NAME, raw, told);
        told.forEach(one -> violations.add(new Violation(field, one.rule(), one.message(), one.value())));
        return line;
    }

    /** @return null for none */
    String description(String raw) {
        if (raw == null) {
            return null;
        }
        if (raw.length() > MAX_DESCRIPTION) {
            return refuse("description", "too_long", "Must be at most " + MAX_DESCRIPTION + " characters.", raw);
        }
        String text = raw.replace("\r\n", "\n").strip();
        if (text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c) || isHalf(c))) {
            return refuse("description", "control_character", "Must not contain control characters.", raw);
        }
        return text.isEmpty() ? null : text;
    }

    /** One of a pair without the other, which no database holds. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** @return the text as it is written when all that means nothing is left out */
    String body(String raw) {
        String text = JsonText.normal(raw);
        if (text == null || text.codePoints().anyMatch(ContentRules::isHalf)) {
            return refuse("body", "malformed_json", "Must be proper JSON (RFC 8259), at most 100 levels deep.", null);
        }
        int most = settings.maxBodyBytes();
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            return refuse("body", "too_long", "Must be at most " + most + " bytes; upload it as a file instead.", null);
        }
        return text;
    }

    String link(String raw) {
        String link = raw.strip();
        if (link.length() > MAX_LINK) {
            return refuse("link", "too_long", "Must be at most " + MAX_LINK + " characters.", raw);
        }
        try {
            URI uri = new URI(link);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return uri.toASCIIString().length() > MAX_LINK
                        ? refuse("link", "too_long", "Must be at most " + MAX_LINK + " characters.", raw)
                        : uri.toASCIIString();
            }
        } catch (URISyntaxException e) {
            // told below
        }
        return refuse(
                "link",
                "malformed_link",
                "Must be an address like https://tool.example.com/run/7, without a name and a password in it.",
                null);
    }

    /** @return the last part of the name: browsers send folders, too; null for none */
    String fileName(String raw) {
        if (raw == null) {
            return null;
        }
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String name = line("fileName", last);
        return ".".equals(name) || "..".equals(name)
                ? refuse("fileName", "malformed_name", "Must be the name of a file.", name)
                : name;
    }

    String mediaType(String raw) {
        if (raw == null || raw.isBlank()) {
            return UNKNOWN_TYPE;
        }
        String type = raw.strip();
        return type.length() <= MAX_MEDIA_TYPE && MEDIA_TYPE.matcher(type).matches()
                ? type
                : refuse(
                        "mediaType",
                        "malformed_media_type",
                        "Must be a media type like application/pdf, at most " + MAX_MEDIA_TYPE + " characters.",
                        raw);
    }

    /** A body, a link or a file; the last comes by another way. */
    void oneOf(String body, String link, boolean needed) {
        if (body != null && link != null) {
            refuse("link", "only_one", "Must not be given beside a body.", null);
        } else if (needed && body == null && link == null) {
            refuse("body", "required", "Must be given, or a link; a file is uploaded by itself.", null);
        }
    }

    String refuse(String field, String rule, String message, String value) {
        violations.add(new Violation(field, rule, message, value));
        return null;
    }

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    void refuseAny() {
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }
}
