/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Deletes a record on which nothing hangs; asks first. */
public abstract class RecordDelete extends RecordCommand {
    @Option(name = "--yes", description = "Does not ask")
    private boolean yes;

    @Argument(name = "record", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        BusinessRecord record = find(call, named);
        if (!yes && !screen.isTerminal()) {
            throw KontorException.invalid(
                    "--yes", "required", "Is needed where nobody can be asked: a deletion cannot be undone.", null);
        }
        if (!yes && !confirmed(record)) {
            screen.say("Nothing deleted.");
            return;
        }
        records().delete(call, record.id(), record.version());
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(record));
        } else {
            screen.say(subject(record) + " deleted. What it was: kontor:audit --" + type().key() + " " + record.id());
        }
    }

    private boolean confirmed(BusinessRecord record) throws Exception {
        String answer =
                session().readLine("Delete " + subject(record) + " '" + record.name() + "' for ever? Type yes: ", null);
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
