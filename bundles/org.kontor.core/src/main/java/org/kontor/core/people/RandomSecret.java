/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Secrets of 256 random bits, as they stand in an address. Kept is their SHA-256: a slow hash and a salt protect what can be
 * guessed, and these cannot. Stateless.
 */
public final class RandomSecret {
    /** What one looks like. */
    public static final String FORM = "[A-Za-z0-9_-]{43}";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final int BYTES = 32;

    private RandomSecret() {}

    public static String next() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether it may be one at all: anything else needs no look into the database. */
    public static boolean isOne(String secret) {
        return WHOLE.matcher(secret).matches();
    }

    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In a time that does not tell how much of it fits. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
