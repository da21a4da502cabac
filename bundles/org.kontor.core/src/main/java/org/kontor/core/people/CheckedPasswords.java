/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.kontor.spi.store.Person;

/**
 * Remembers which passwords were found right, so that the slow hash is not computed for every request. Kept is only an
 * HMAC under a key that lives as long as this process; it covers the stored hash, so a changed password is not found.
 * Thread-safe.
 */
final class CheckedPasswords {
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Set<String> known = Collections.newSetFromMap(Collections.synchronizedMap(new Newest()));

    CheckedPasswords() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean contains(Person person, char[] password) {
        return known.contains(digest(person, password));
    }

    void add(Person person, char[] password) {
        known.add(digest(person, password));
    }

    private String digest(Person person, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((person.id() + "\n" + person.passwordHash() + "\n").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(new String(password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
