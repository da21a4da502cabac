/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.brand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kontor.api.brand.AccountBrand;
import org.kontor.api.brand.BrandParts;
import org.kontor.api.brand.Brands;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.mail.BrandRules;

/** What the parts of a brand must be. Stateless. */
final class BrandChecks {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final int LONGEST_SIDE = 4_000;
    private static final int PNG_WIDTH = 16;
    private static final int PNG_HEAD = 24;

    private BrandChecks() {}

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static BrandParts checked(BrandParts parts) {
        List<Violation> violations = new ArrayList<>();
        String name = text(BrandField.NAME, parts.name(), violations);
        String colour = text(BrandField.COLOUR, parts.colour(), violations);
        if (colour != null && !BrandRules.COLOUR.matcher(colour).matches()) {
            violations.add(new Violation("colour", "malformed_colour", "Must be like #1f5fa8.", colour));
        }
        Map<String, String> texts = new HashMap<>();
        parts.texts().forEach((language, text) -> {
            if (LANGUAGES.contains(language)) {
                texts.put(language, text(BrandField.text(language), text, violations));
            } else {
                violations.add(new Violation("text", "unknown_choice", "Languages are en and fr.", language));
            }
        });
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return new BrandParts(name, colour == null ? null : colour.toLowerCase(Locale.ROOT), texts);
    }

    private static String text(BrandField field, String raw, List<Violation> violations) {
        return (String) FieldRules.check(field, raw, violations);
    }

    /**
     * The bytes of a logo, no more than it may have.
     *
     * @throws KontorException {@code body_too_large}, {@code malformed_body}
     */
    static byte[] read(InputStream in) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(Brands.MAX_LOGO + 1);
        } catch (IOException e) {
            throw new KontorException(ErrorCode.MALFORMED_BODY, "The logo cannot be read to its end.");
        }
        if (bytes.length > Brands.MAX_LOGO) {
            throw new KontorException(
                    ErrorCode.BODY_TOO_LARGE, "A logo may have at most " + Brands.MAX_LOGO + " bytes.");
        }
        return bytes;
    }

    /** @throws KontorException {@code invalid_input} for what is no picture, or one that does more than to be seen */
    static AccountBrand.Logo logo(byte[] bytes) {
        String type = BrandRules.logoType(bytes)
                .orElseThrow(() -> refused("unknown_type", "Must be a PNG, JPEG or SVG file.", null));
        if (type.equals(BrandRules.SVG)) {
            SafeSvg.check(bytes).ifPresent(found -> {
                throw refused(
                        "unsafe_svg",
                        "An SVG logo may draw and nothing else; save it as a plain SVG, or as PNG. Found: " + found,
                        null);
            });
        } else if (type.equals("image/png") && !isOfFairSize(bytes)) {
            throw refused("out_of_range", "Must be a whole PNG of at most " + LONGEST_SIDE + " points a side.", null);
        }
        return new AccountBrand.Logo(type, bytes.length, sha256(bytes));
    }

    private static KontorException refused(String rule, String message, String value) {
        return KontorException.invalid("logo", rule, message, value);
    }

    /** A few bytes may unfold to a picture that no mail program can hold. */
    private static boolean isOfFairSize(byte[] png) {
        return png.length > PNG_HEAD && isFair(png, PNG_WIDTH) && isFair(png, PNG_WIDTH + Integer.BYTES);
    }

    private static boolean isFair(byte[] png, int at) {
        int side = ByteBuffer.wrap(png).getInt(at);
        return side > 0 && side <= LONGEST_SIDE;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
