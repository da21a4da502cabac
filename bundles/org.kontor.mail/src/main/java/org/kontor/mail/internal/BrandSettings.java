/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.kontor.mail.Brand;

/** Reads the brand from the settings. Stateless. */
final class BrandSettings {
    private static final int MAX_LOGO = 200_000;
    private static final int MAX_NAME = 100;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** Brightness at which black and white are read equally well (WCAG 2.1, contrast ratio). */
    private static final double MIDDLE = 0.179;

    private BrandSettings() {}

    /** @throws IllegalArgumentException with the setting and its rule */
    static Brand read(MailSettings settings) {
        String name = Utf8.of(settings.brand_name()).strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("brand.name must be one line of 1 to " + MAX_NAME + " characters.");
        }
        String colour = settings.brand_colour().strip();
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("brand.colour must be like #1f5fa8.");
        }
        Map<String, String> texts = new HashMap<>();
        text(texts, "en", settings.brand_text_en());
        text(texts, "fr", settings.brand_text_fr());
        String logo = settings.brand_logo().strip();
        return new Brand(
                name,
                colour,
                brightness(Integer.parseInt(colour.substring(1), 16)) > MIDDLE ? "#000000" : "#ffffff",
                logo.isEmpty() ? null : logo(logo),
                texts);
    }

    private static void text(Map<String, String> texts, String language, String text) {
        if (!text.isBlank()) {
            texts.put(language, Utf8.of(text).strip());
        }
    }

    private static double brightness(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Brand.Logo logo(String name) {
        try {
            Path file = Path.of(name);
            if (Files.size(file) > MAX_LOGO) {
                throw new IllegalArgumentException("brand.logo must be a file of at most 200 kB.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return new Brand.Logo(type(bytes), bytes);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("brand.logo must be a file that can be read: " + name);
        }
    }

    /** By what it is, whatever it is called. */
    private static String type(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n")) {
            return "image/png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (head.contains("<svg")) {
            return "image/svg+xml";
        }
        throw new IllegalArgumentException("brand.logo must be a PNG, JPEG or SVG.");
    }
}
