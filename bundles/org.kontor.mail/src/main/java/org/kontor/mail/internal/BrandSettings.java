/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.kontor.api.brand.Brands;
import org.kontor.mail.Brand;
import org.kontor.spi.mail.BrandRules;

/** Reads the brand from the settings. Stateless. */
final class BrandSettings {
    private BrandSettings() {}

    /** @throws IllegalArgumentException with the setting and its rule */
    static Brand read(MailSettings settings) {
        String name = Utf8.of(settings.brand_name()).strip();
        if (name.isEmpty()
                || name.length() > BrandRules.MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "brand.name must be one line of 1 to " + BrandRules.MAX_NAME + " characters.");
        }
        String colour = settings.brand_colour().strip();
        if (!BrandRules.COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("brand.colour must be like #1f5fa8.");
        }
        Map<String, String> texts = new HashMap<>();
        text(texts, "en", settings.brand_text_en());
        text(texts, "fr", settings.brand_text_fr());
        String logo = settings.brand_logo().strip();
        return new Brand(name, colour, Brand.inkOn(colour), logo.isEmpty() ? null : logo(logo), texts);
    }

    private static void text(Map<String, String> texts, String language, String text) {
        if (!text.isBlank()) {
            texts.put(language, Utf8.of(text).strip());
        }
    }

    private static Brand.Logo logo(String name) {
        try {
            Path file = Path.of(name);
            if (Files.size(file) > Brands.MAX_LOGO) {
                throw new IllegalArgumentException("brand.logo must be a file of at most 200 kB.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return new Brand.Logo(
                    BrandRules.logoType(bytes)
                            .orElseThrow(() -> new IllegalArgumentException("brand.logo must be a PNG, JPEG or SVG.")),
                    bytes);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("brand.logo must be a file that can be read: " + name);
        }
    }
}
