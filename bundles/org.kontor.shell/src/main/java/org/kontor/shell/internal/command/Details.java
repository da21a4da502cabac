/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.kontor.shell.internal.screen.Screen;

/** One thing, a line for each of its values; nothing is shortened. Stateless. */
final class Details {
    private Details() {}

    /** @param values by their names; empty ones are left out */
    static void print(Screen screen, Map<String, String> values) {
        int longest = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        values.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                screen.say(name
                        + " ".repeat(longest - name.length() + 2)
                        + value.replace("\n", "\n" + " ".repeat(longest + 2)));
            }
        });
    }
}
