/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordDocument;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.FieldCompleter;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Changes fields of a record and shows them before and after (C4). */
public abstract class RecordEdit extends RecordCommand {
    @Option(
            name = "--version",
            description = "Refuses when this is not its version any more; without it, what is there now is changed")
    private Long version;

    @Argument(name = "record", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Argument(
            index = 1,
            name = "field=value",
            description = "What to change, for example address.city=Bern; taxId= clears it",
            required = true,
            multiValued = true)
    @Completion(FieldCompleter.class)
    private List<String> pairs;

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord before = find(call, named);
        BusinessRecord after =
                records().update(call, before.id(), version == null ? before.version() : version, values(call, pairs));
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(after));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        Set<Field> fields = new LinkedHashSet<>(type().fields());
        fields.addAll(before.values().custom().keySet());
        fields.addAll(after.values().custom().keySet());
        for (Field field : fields) {
            Object old = before.values().get(field);
            Object now = after.values().get(field);
            if (!Objects.equals(old, now)) {
                rows.add(List.of(field.path(), Texts.of(old), Texts.of(now)));
            }
        }
        if (rows.isEmpty()) {
            screen.say("Nothing changed: " + subject(after) + " was like this already.");
            return;
        }
        screen.table(List.of(Column.whole("field"), Column.text("before"), Column.text("after")), rows);
        screen.say(subject(after) + " changed, now version " + after.version() + ". Who changed what: kontor:audit --"
                + type().key() + " " + typed(after.code()));
    }
}
