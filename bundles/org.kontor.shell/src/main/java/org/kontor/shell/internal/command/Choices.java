/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordQuery.Archived;

/** Constants by the names that people type. Stateless. */
final class Choices {
    private Choices() {}

    /** @throws KontorException {@code invalid_input} that names the choices */
    static <E extends Enum<E>> E of(Class<E> type, String option, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> KontorException.invalid(
                        option,
                        "unknown_choice",
                        "Must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Choices::typed)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        typed));
    }

    /** A constant by the name that people type. */
    static String typed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static boolean truth(String option, String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> throw KontorException.invalid(option, "unknown_choice", "Must be one of false, true.", typed);
        };
    }

    /** As REST has it: false, true, any. */
    static Archived archived(String typed) {
        return switch (typed) {
            case "false" -> Archived.NO;
            case "true" -> Archived.YES;
            case "any" -> Archived.ANY;
            default -> throw KontorException.invalid(
                    "--archived", "unknown_choice", "Must be one of false, true, any.", typed);
        };
    }
}
