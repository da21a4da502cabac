/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.FieldCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Makes a record of what is typed as {@code field=value}. */
public abstract class RecordCreate extends RecordCommand {
    @Argument(
            name = "field=value",
            description = "What it is made of, for example name=\"Acme Ltd\" address.country=CH",
            required = true,
            multiValued = true)
    @Completion(FieldCompleter.class)
    private List<String> pairs;

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord created = records().create(call, values(call, pairs));
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(created));
        } else {
            screen.say(subject(created) + " created. Show it: " + next("show", created));
        }
    }
}
