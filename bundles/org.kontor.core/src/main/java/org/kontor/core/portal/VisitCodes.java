/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.kontor.core.people.RandomSecret;
import org.kontor.spi.store.ServerSecrets;

/**
 * Codes of visits: random, and signed for one account with a key of the installation. What was not made here for that account is
 * told without a look into the database. Thread-safe.
 */
final class VisitCodes {
    private static final int HALF = 43;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + 2 * HALF + "}");

    private final SecretKeySpec key;

    VisitCodes(ServerSecrets secrets) {
        key = new SecretKeySpec(secrets.get("portal-visit"), "HmacSHA256");
    }

    String next(UUID account) {
        String random = RandomSecret.next();
        return random + signature(account, random);
    }

    boolean isOne(UUID account, String code) {
        return FORM.matcher(code).matches()
                && MessageDigest.isEqual(
                        signature(account, code.substring(0, HALF)).getBytes(StandardCharsets.US_ASCII),
                        code.substring(HALF).getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(UUID account, String random) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = mac.doFinal((account + "\n" + random).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
