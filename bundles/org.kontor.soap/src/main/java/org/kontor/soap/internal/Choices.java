/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.kontor.api.error.KontorException;

/** Names of choices as clients write them. */
final class Choices {
    private Choices() {}

    /**
     * @param absent what it is when nothing is given
     * @throws KontorException {@code invalid_input} for a name that is not known
     */
    static <E extends Enum<E>> E named(Class<E> choices, String field, String name, E absent) {
        if (name == null || name.isBlank()) {
            return absent;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> KontorException.invalid(
                        field,
                        "unknown_choice",
                        "Must be one of "
                                + Arrays.stream(choices.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        name));
    }
}
