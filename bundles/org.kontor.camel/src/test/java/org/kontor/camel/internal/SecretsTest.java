/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.Map;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** No secret stands in what people are shown, in whatever form it travels. */
@Shows({"S16", "X3"})
public class SecretsTest {
    private final Secrets secrets = Secrets.of(Map.of(
            "user",
            "kontor-user",
            "password",
            "pa\"ss w/ord",
            "api.key",
            "k-1234",
            "pin.token",
            "abc",
            "url",
            "http://erp/"));

    @Test
    public void valuesOfSecretSettingsAreHiddenWhereverTheyStand() {
        for (String text : new String[] {
            "GET /?q=pa\"ss w/ord",
            "{\"x\":\"pa\\\"ss w/ord\"}",
            "x=pa%22ss+w%2Ford",
            "Basic " + java.util.Base64.getEncoder().encodeToString("pa\"ss w/ord".getBytes()),
            "k-1234k-1234"
        }) {
            String masked = secrets.mask(text);
            assertTrue(masked, masked.contains(Secrets.MASK));
            assertFalse(masked, masked.contains("ss w/ord") || masked.contains("1234") || masked.contains("ss+w"));
        }
    }

    @Test
    public void whatStandsUnderTheNameOfASecretIsHidden() {
        assertFalse(secrets.mask("{\"password\": \"other\"}").contains("other"));
        assertFalse(secrets.mask("<password>other</password>").contains("other"));
        assertFalse(secrets.mask("Authorization: Session a29udG9yOjE6YWJj").contains("a29"));
        assertFalse(secrets.mask("{\"Authorization\":\"Bearer eyJhbGciOi.J9\"}").contains("eyJ"));
    }

    @Test(timeout = 20_000)
    public void longTextsAreMaskedInNoTime() {
        for (String part : new String[] {"x", "password", "<password", "\"token\":\"", "token=\\\"", "Bearer "}) {
            secrets.mask(part.repeat(20_000 / part.length()));
        }
    }

    @Test
    public void allElseIsShownAsItIs() {
        String text = "{\"name\":\"Acme\",\"user\":\"me\",\"city\":\"Basel, abc\"}";
        assertEquals(text, secrets.mask(text));
        assertNull(secrets.mask(null));
    }
}
