/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

import org.kontor.spi.mail.BrandRules;

/**
 * How mails and pages look.
 *
 * @param name what the installation, or the partner, is called
 * @param colour like {@code #1f5fa8}, of buttons and the line on top
 * @param ink black or white, whichever is read more easily on that colour
 * @param logo null for none
 * @param texts a line at the end, by language; may be missing
 */
public record Brand(String name, String colour, String ink, Logo logo, Map<String, String> texts) {
    /** A picture with its type: {@code image/png}, {@code image/jpeg} or {@code image/svg+xml}. */
    public record Logo(String type, byte[] bytes) {
        /** Mail programs show no SVG. */
        public boolean isForMails() {
            return !type.equals(BrandRules.SVG);
        }

        /** SHA-256 of the bytes, by which pages name it. */
        public String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Brightness at which black and white are read equally well (WCAG 2.1, contrast ratio). */
    private static final double MIDDLE = 0.179;

    public Brand {
        texts = Map.copyOf(texts);
    }

    /** Black or white, whichever is read more easily on the colour. */
    public static String inkOn(String colour) {
        return brightness(Integer.parseInt(colour.substring(1), 16)) > MIDDLE ? "#000000" : "#ffffff";
    }

    private static double brightness(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
