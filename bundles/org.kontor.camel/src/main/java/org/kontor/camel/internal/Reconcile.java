/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Duration;
import java.util.Optional;

import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;

/** The setting {@code reconcile}: how often both sides are compared. Stateless. */
final class Reconcile {
    private static final String KEY = "reconcile";
    private static final String OFF = "off";

    private Reconcile() {}

    /**
     * Empty when it is not done by schedule.
     *
     * @throws SettingException when it is neither a time nor {@code off}
     */
    static Optional<Duration> of(Settings settings) {
        return settings.text(KEY, "").equals(OFF)
                ? Optional.empty()
                : Optional.of(settings.duration(KEY, Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofDays(365)));
    }
}
