/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.Test;

import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("S14")
public class TrytonSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("url", "https://erp.example.com/production", "user", "kontor", "password", "secret-word");

    @Test
    public void theLeastIsEnough() {
        TrytonSettings settings = TrytonSettings.from(new Settings(LEAST));
        assertEquals("https://erp.example.com/production/", settings.url().toString());
        assertEquals(Duration.ofSeconds(30), settings.poll());
        assertEquals(Duration.ofMinutes(10), settings.overlap());
        assertEquals(Duration.ofHours(24), settings.sweep());
        assertEquals(200, settings.page());
        assertEquals(Duration.ofSeconds(30), settings.timeout());
        assertFalse(settings.toString().contains("secret-word"));
    }

    @Test
    public void aWrongSettingIsNamed() {
        for (String key : LEAST.keySet()) {
            assertTrue(refusal(key, " ").contains("'" + key + "'"));
        }
        assertTrue(refusal("poll", "100ms").contains("'poll'"));
        assertTrue(refusal("poll", "2d").contains("'poll'"));
        assertTrue(refusal("page", "501").contains("'page'"));
        assertTrue(refusal("page", "0").contains("'page'"));
        assertTrue(refusal("overlap", "soon").contains("'overlap'"));
    }

    @Test
    public void theAddressIsOneOfADatabase() {
        for (String url : new String[] {
            "erp.example.com/production",
            "ftp://erp.example.com/production/",
            "https://erp.example.com",
            "https://erp.example.com/",
            "https:///production/",
            "https://erp.example.com/production/?x=1",
            "https://erp.example.com/production/#x",
            "https://erp example.com/production/"
        }) {
            assertTrue(url, refusal("url", url).contains("'url'"));
        }
    }

    @Test
    public void aPasswordInTheAddressIsNotRepeated() {
        String message = refusal("url", "https://kontor:hidden@erp.example.com/production/");
        assertTrue(message, message.contains("must not carry"));
        assertFalse(message, message.contains("hidden"));
    }

    private static String refusal(String key, String value) {
        Map<String, String> values = new HashMap<>(LEAST);
        values.put(key, value);
        return assertThrows(SettingException.class, () -> TrytonSettings.from(new Settings(values)))
                .getMessage();
    }
}
