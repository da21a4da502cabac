/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Duration;

/**
 * How the calls of a connection are held in bounds (requirement S11); the settings that every connector with calls has.
 *
 * @param perSecond calls a second, in the long run; 0 for any number
 * @param perDay calls a day (UTC); 0 for any number
 * @param retries how often a call that failed is tried again at once
 * @param backOff time before the first such try; doubled for each further one
 * @param failures after so many failures on end no call goes out for a while
 * @param pause that while; doubled when the next try fails, too
 * @param longestPause what it is doubled up to
 */
public record CallSettings(
        int perSecond, int perDay, int retries, Duration backOff, int failures, Duration pause, Duration longestPause) {
    private static final Duration LEAST = Duration.ofMillis(10);

    /** @throws SettingException when one is wrong */
    public static CallSettings from(Settings settings) {
        Duration wait = settings.duration("breaker.wait", Duration.ofSeconds(5), LEAST, Duration.ofHours(1));
        return new CallSettings(
                settings.number("calls.perSecond", 0, 0, 10_000),
                settings.number("calls.perDay", 0, 0, 1_000_000_000),
                settings.number("retry.times", 2, 0, 10),
                settings.duration("retry.backOff", Duration.ofSeconds(1), LEAST, Duration.ofMinutes(1)),
                settings.number("breaker.failures", 3, 1, 100),
                wait,
                settings.duration("breaker.longestWait", max(wait, Duration.ofMinutes(1)), wait, Duration.ofDays(1)));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
