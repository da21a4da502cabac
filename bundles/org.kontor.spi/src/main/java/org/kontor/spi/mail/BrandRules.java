/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What parts of a brand must be, wherever they are set. Stateless. */
public final class BrandRules {
    public static final int MAX_NAME = 100;
    public static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    public static final String SVG = "image/svg+xml";

    private static final int HEAD = 1000;

    private BrandRules() {}

    /** By what it is, whatever it is called: {@code image/png}, {@code image/jpeg} or {@link #SVG}; empty for anything else. */
    public static Optional<String> logoType(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        return head.contains("<svg") ? Optional.of(SVG) : Optional.empty();
    }
}
