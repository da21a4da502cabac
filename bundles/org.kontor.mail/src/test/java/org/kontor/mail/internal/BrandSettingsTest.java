/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.mail.Brand;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What stands in etc/org.kontor.mail.cfg. */
@Shows("P2")
public class BrandSettingsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static MailSettings settings(String... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return (MailSettings) Proxy.newProxyInstance(
                BrandSettingsTest.class.getClassLoader(),
                new Class<?>[] {MailSettings.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private String file(byte[] bytes) throws Exception {
        return Files.write(folder.newFile().toPath(), bytes).toString();
    }

    @Test
    public void theInkIsReadableOnTheColour() {
        assertEquals("#ffffff", BrandSettings.read(settings()).ink());
        assertEquals(
                "#000000",
                BrandSettings.read(settings("brand_colour", "#ffd800")).ink());
        assertEquals(
                "#ffffff",
                BrandSettings.read(settings("brand_colour", "#000000")).ink());
    }

    @Test
    public void aLogoIsWhatItsBytesSay() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        assertEquals("image/png", logo(png).type());
        assertEquals("image/jpeg", logo(new byte[] {-1, (byte) 0xd8, -1, 0}).type());
        Brand.Logo svg = logo("<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8));
        assertEquals("image/svg+xml", svg.type());
    }

    @Test
    public void lettersBeyondAsciiAreReadHoweverTheyAreWritten() {
        for (String name : new String[] {"Kontor", "Zürich", "李 & Söhne", "Café – “Été”"}) {
            byte[] written = name.getBytes(StandardCharsets.UTF_8);
            String read = new String(written, StandardCharsets.ISO_8859_1);
            assertEquals(
                    name,
                    BrandSettings.read(settings("brand_name", read, "brand_text_fr", read))
                            .name());
            assertEquals(
                    "by escapes",
                    name,
                    BrandSettings.read(settings("brand_name", name)).name());
        }
    }

    private Brand.Logo logo(byte[] bytes) throws Exception {
        return BrandSettings.read(settings("brand_logo", file(bytes))).logo();
    }

    @Test
    public void wrongSettingsAreNamed() throws Exception {
        refused("brand.colour", "brand_colour", "red");
        refused("brand.colour", "brand_colour", "#1f5fa8;}");
        refused("brand.name", "brand_name", " ");
        refused("brand.name", "brand_name", "a\r\nBcc: b");
        refused("brand.logo", "brand_logo", Path.of("/nowhere").toString());
        refused("brand.logo", "brand_logo", file("text".getBytes(StandardCharsets.UTF_8)));
        refused("brand.logo", "brand_logo", file(new byte[200_001]));
        for (String url : new String[] {"", "kontor.example.com", "ftp://example.com", "https://u:p@example.com"}) {
            assertThrows(url, IllegalArgumentException.class, () -> MailDesk.publicUrl(url));
        }
        assertEquals(
                "https://example.com/a",
                MailDesk.publicUrl(" https://example.com/a/ ").toString());
    }

    private static void refused(String setting, String name, String value) {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> BrandSettings.read(settings(name, value)));
        assertTrue(failure.getMessage(), failure.getMessage().startsWith(setting));
    }
}
