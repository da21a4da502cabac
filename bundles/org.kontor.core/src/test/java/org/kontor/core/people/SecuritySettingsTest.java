/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.Test;

import org.kontor.core.portal.VisitSettings;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

/** The settings of sign-in: the lock-out and links. */
@Shows("X2")
public class SecuritySettingsTest {
    @Test
    public void settingsOutOfRangeAreRefused() {
        for (int wrong : new int[] {-1, 1_000_001}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new LockOut(null, name -> new byte[32], wrong, Clock.systemUTC()));
        }
        for (int hours : new int[] {-1, 0, 2161}) {
            assertThrows(IllegalArgumentException.class, () -> new LinkSecrets(hours));
        }
    }

    /** The file that is installed has the settings, with the values that count without it. */
    @Test
    public void theShippedFileSaysTheDefault() throws Exception {
        Properties shipped = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("../../features/org.kontor.features/src/main/cfg/security.cfg"))) {
            shipped.load(file);
        }
        Map<Object, Object> defaults = new HashMap<>();
        for (Class<?> config : List.of(
                LockOut.Config.class,
                LinkSecrets.Config.class,
                SessionSettings.Config.class,
                VisitSettings.Config.class)) {
            for (Method setting : config.getDeclaredMethods()) {
                defaults.put(setting.getName(), setting.getDefaultValue().toString());
            }
        }
        assertEquals(defaults, Map.copyOf(shipped));
    }
}
