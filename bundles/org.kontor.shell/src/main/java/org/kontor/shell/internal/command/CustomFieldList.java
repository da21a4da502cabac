/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.RecordTypeCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:custom-field-list} (C9). */
@Service
@Command(
        scope = "kontor",
        name = "custom-field-list",
        description = "Lists the custom fields that count for records you see")
public final class CustomFieldList extends CustomFieldCommand {
    @Argument(name = "record", description = "Only those of customer, location or account")
    @Completion(RecordTypeCompleter.class)
    private String record;

    @Override
    protected void run(CallContext call, Screen screen) {
        RecordType type = record == null ? null : Choices.of(RecordType.class, "record", record);
        List<Declaration> fields = desk().customFields().list(call, type);
        if (json()) {
            Json.print(
                    screen.out(),
                    Map.of(
                            "items",
                            fields.stream().map(CustomFieldCommand::document).toList()));
            return;
        }
        if (fields.isEmpty()) {
            screen.say("There is none. Declare one: kontor:custom-field-declare --label \"Market segment\" --type text"
                    + " customer segment");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("record"),
                        Column.whole("key"),
                        Column.text("label"),
                        Column.text("holds"),
                        Column.text("required"),
                        Column.text("state"),
                        Column.text("declared by")),
                fields.stream()
                        .map(field -> List.of(
                                field.recordType().key(),
                                field.key(),
                                field.label(),
                                holds(field),
                                field.required() ? "yes" : "",
                                field.archived() ? "archived" : "",
                                field.account().equals(call.scope()) ? "this account" : "another account"))
                        .toList());
    }

    private static String holds(Declaration field) {
        if (field.type() == CustomType.CHOICE) {
            return "choice: " + String.join(", ", field.choices());
        }
        String type = Choices.typed(field.type());
        return field.type() == CustomType.TEXT ? type + " (" + field.maxLength() + ")" : type;
    }
}
