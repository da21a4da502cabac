/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.api.call.Source;
import org.kontor.api.record.RecordType;
import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;

/**
 * The options of {@code kontor:changes}.
 *
 * @param consumer name of the position
 * @param types record types that are handed on
 * @param batch how many changes are handed on as one list; 0 for one exchange a change
 * @param delay how long to wait when nothing is new
 * @param at time of the day to read at, in the server's time zone; null for always
 * @param fromNow where a new consumer begins
 * @param record whether the records are read
 * @param skipped sources whose changes are left out, as changes name them
 */
record ChangesOptions(
        String consumer,
        Set<RecordType> types,
        int batch,
        Duration delay,
        LocalTime at,
        boolean fromNow,
        boolean record,
        Set<String> skipped) {
    private static final List<String> NAMES =
            List.of("consumer", "types", "batch", "delay", "at", "from", "record", "skipSource");
    private static final int MAX_NAME = 100;
    private static final int MAX_BATCH = 1000;

    /**
     * Takes its options out of the parameters.
     *
     * @throws SettingException for a wrong one
     */
    static ChangesOptions take(String connection, Map<String, Object> parameters) {
        Map<String, String> given = new HashMap<>();
        for (String name : NAMES) {
            Object value = parameters.remove(name);
            if (value != null) {
                given.put(name, value.toString());
            }
        }
        Settings settings = new Settings(given);
        if (given.containsKey("at") && given.containsKey("delay")) {
            throw new SettingException("at", "cannot be given together with 'delay'.");
        }
        return new ChangesOptions(
                consumer(settings.text("consumer", connection)),
                types(settings.text("types", null)),
                settings.number("batch", 0, 1, MAX_BATCH),
                settings.duration("delay", Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofDays(1)),
                at(settings.text("at", null)),
                choice(settings, "from", "beginning", "now").equals("now"),
                choice(settings, "record", "true", "false").equals("true"),
                skipped(settings.text("skipSource", connection)));
    }

    private static String consumer(String name) {
        if (name.length() > MAX_NAME || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new SettingException(
                    "consumer",
                    "must be letters, digits, '-', '.' and '_', at most " + MAX_NAME + ", not '" + name + "'.");
        }
        return name;
    }

    private static Set<RecordType> types(String list) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String key : list == null ? List.<String>of() : words(list)) {
            types.add(RecordType.synchronisedOfKey(key)
                    .orElseThrow(() ->
                            new SettingException("types", "must be of customer and location, not '" + key + "'.")));
        }
        return types.isEmpty() ? EnumSet.copyOf(RecordType.SYNCHRONISED) : types;
    }

    private static LocalTime at(String time) {
        try {
            return time == null ? null : LocalTime.parse(time);
        } catch (DateTimeParseException e) {
            throw new SettingException("at", "must be a time of the day like 02:00, not '" + time + "'.");
        }
    }

    /** @param usual the first choice, taken when none is given */
    private static String choice(Settings settings, String name, String usual, String other) {
        String value = settings.text(name, usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw new SettingException(name, "must be " + usual + " or " + other + ", not '" + value + "'.");
        }
        return value;
    }

    private static Set<String> skipped(String names) {
        return names.equals("none")
                ? Set.of()
                : words(names).stream()
                        .map(name -> Source.connection(name).toString())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
