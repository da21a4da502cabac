/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;

import org.junit.Test;

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
        Object wrong = LockOut.Config.class.getDeclaredMethod("wrongPasswords").getDefaultValue();
        Object hours =
                LinkSecrets.Config.class.getDeclaredMethod("passwordLinkHours").getDefaultValue();
        assertEquals(
                Map.of("wrongPasswords", wrong.toString(), "passwordLinkHours", hours.toString()), Map.copyOf(shipped));
    }
}
