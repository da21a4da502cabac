/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a value of a custom field is found by: itself, or a digest where it is long. Stateless. */
public final class ValueKeys {
    /** In UTF-16 units; PostgreSQL indexes no more than some 2,700 bytes. */
    public static final int MAX_LENGTH = 200;

    private ValueKeys() {}

    /** @param value checked */
    public static String of(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.length() <= MAX_LENGTH ? text : digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
