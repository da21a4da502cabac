/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.content;

import java.io.Reader;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

/** What stands in etc/org.kontor.content.cfg. */
@Shows("A14")
public class ContentSettingsTest {
    private static final List<String> NONE = List.of();

    @Test
    public void settingsOutOfRangeAreRefused() {
        for (long bytes : new long[] {-1, 0, (10L << 30) + 1}) {
            assertThrows(IllegalArgumentException.class, () -> new ContentSettings(NONE, bytes, 1));
        }
        for (int bytes : new int[] {-1, 0, 1_000_001}) {
            assertThrows(IllegalArgumentException.class, () -> new ContentSettings(NONE, 1, bytes));
        }
        for (String kind : new String[] {"recipe", "1ST", "A B", "Ä", "A".repeat(41)}) {
            assertThrows(IllegalArgumentException.class, () -> new ContentSettings(List.of(kind), 1, 1));
        }
    }

    /** However the configuration gives a list: as one text, or as several. */
    @Test
    public void furtherKindsStandBehindOurs() {
        List<String> expected = new ArrayList<>(ContentSettings.OWN_KINDS);
        expected.addAll(List.of("RECIPE", "TOOL_PATH"));
        assertEquals(expected, new ContentSettings(config(" RECIPE, TOOL_PATH,, PATTERN ")).kinds());
        assertEquals(expected, new ContentSettings(config("RECIPE", "TOOL_PATH")).kinds());
        ContentSettings settings = new ContentSettings(config(""));
        assertEquals(ContentSettings.OWN_KINDS, settings.kinds());
        settings.change(config("RECIPE", "TOOL_PATH"));
        assertEquals(expected, settings.kinds());
    }

    private static ContentSettings.Config config(String... kinds) {
        return new ContentSettings.Config() {
            @Override
            public String[] kinds() {
                return kinds;
            }

            @Override
            public long maxFileBytes() {
                return 1;
            }

            @Override
            public int maxBodyBytes() {
                return 1;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ContentSettings.Config.class;
            }
        };
    }

    /** The file that is installed has the settings, with the values that count without it. */
    @Test
    public void theShippedFileSaysTheDefault() throws Exception {
        Properties shipped = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("../../features/org.kontor.features/src/main/cfg/content.cfg"))) {
            shipped.load(file);
        }
        assertEquals(
                Map.of(
                        "kinds",
                        String.join(",", (String[]) defaultOf("kinds")),
                        "maxFileBytes",
                        defaultOf("maxFileBytes").toString(),
                        "maxBodyBytes",
                        defaultOf("maxBodyBytes").toString()),
                Map.copyOf(shipped));
    }

    private static Object defaultOf(String name) throws Exception {
        return ContentSettings.Config.class.getDeclaredMethod(name).getDefaultValue();
    }
}
