/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.util.concurrent.TimeUnit;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

/** Systems that a test needs: in CI a missing one is a failure, elsewhere a visible skip. */
public final class Needed {
    private Needed() {}

    /** @param command one that succeeds where the system is there */
    public static void on(String what, String... command) throws Exception {
        boolean there;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            there = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException e) {
            there = false;
        }
        String message = what + " is not installed here";
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(message, there);
        } else {
            assumeTrue(message, there);
        }
    }
}
