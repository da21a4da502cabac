/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.custom.Declaration;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for custom fields have in common. */
public abstract class CustomFieldCommand extends AccountCommand {
    /** In the names that REST uses. */
    static Map<String, Object> document(Declaration field) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", field.id());
        document.put("account", field.account());
        document.put("record", field.recordType().key());
        document.put("key", field.key());
        document.put("label", field.label());
        document.put("type", field.type());
        document.put("maxLength", field.maxLength() == 0 ? null : field.maxLength());
        document.put("choices", field.choices().isEmpty() ? null : field.choices());
        document.put("required", field.required());
        document.put("help", field.help());
        document.put("archived", field.archived());
        document.put("version", field.version());
        return document;
    }

    /** @param sentence what happened, for people */
    final void tell(Screen screen, Declaration field, String sentence) {
        if (json()) {
            Json.print(screen.out(), document(field));
        } else {
            screen.say(sentence);
        }
    }

    /** As it is typed behind a command: {@code customer segment}. */
    static String named(Declaration field) {
        return field.recordType().key() + " " + field.key();
    }
}
