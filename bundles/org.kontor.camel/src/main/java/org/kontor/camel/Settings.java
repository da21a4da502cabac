/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one connection, with checks that name the setting. Immutable. */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final Map<String, String> values;

    public Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @throws SettingException when it is missing or blank */
    public String required(String key) {
        String value = values.get(key);
        if (value == null || value.isBlank()) {
            throw new SettingException(key, "is required.");
        }
        return value.strip();
    }

    public String text(String key, String otherwise) {
        String value = values.get(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** @throws SettingException when it is not a whole number in the range */
    public int number(String key, int otherwise, int least, int greatest) {
        String value = text(key, null);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the range
        }
        throw new SettingException(
                key, "must be a whole number from " + least + " to " + greatest + ", not '" + value + "'.");
    }

    /** A time like {@code 500ms}, {@code 30s}, {@code 10m}, {@code 24h}, {@code 7d}. */
    public Duration duration(String key, Duration otherwise, Duration least, Duration greatest) {
        String value = text(key, null);
        if (value == null) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(value);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            Duration duration =
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
            if (duration.compareTo(least) >= 0 && duration.compareTo(greatest) <= 0) {
                return duration;
            }
        }
        throw new SettingException(
                key,
                "must be a time like 30s or 10m, from " + show(least) + " to " + show(greatest) + ", not '" + value
                        + "'.");
    }

    /** As a setting is written, in the largest unit that fits. */
    private static String show(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
