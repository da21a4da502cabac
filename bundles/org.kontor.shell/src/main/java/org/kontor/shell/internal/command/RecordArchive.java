/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Archives a record or brings it back: visibility only (C5). */
public abstract class RecordArchive extends RecordCommand {
    @Argument(name = "record", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    /** Whether it is to be archived. */
    protected abstract boolean archive();

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord before = find(call, named);
        BusinessRecord after = records().setArchived(call, before.id(), null, archive());
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(after));
        } else if (before.archived() == after.archived()) {
            screen.say("Nothing changed: " + subject(after) + (archive() ? " is" : " is not") + " archived already.");
        } else if (archive()) {
            screen.say(subject(after) + " archived: it leaves the lists and still works. Bring it back: "
                    + next("unarchive", after));
        } else {
            screen.say(subject(after) + " is back in the lists. Show it: " + next("show", after));
        }
    }
}
