/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.content.ContentItem;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.complete.ContentCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:content-delete}. */
@Service
@Command(scope = "kontor", name = "content-delete", description = "Deletes a content item for ever")
public final class ContentDelete extends ContentCommand {
    @Option(name = "--yes", description = "Does not ask")
    private boolean yes;

    @Argument(name = "item", description = "Its id or name", required = true)
    @Completion(ContentCompleter.class)
    private String named;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        ContentItem item = find(call, named);
        if (!yes && !screen.isTerminal()) {
            throw KontorException.invalid(
                    "--yes", "required", "Is needed where nobody can be asked: a deletion cannot be undone.", null);
        }
        if (!yes && !confirmed(item)) {
            screen.say("Nothing deleted.");
            return;
        }
        desk().contents().delete(call, item.id(), item.version());
        if (json()) {
            Json.print(screen.out(), document(item));
        } else {
            screen.say("Content item '" + item.name() + "' deleted.");
        }
    }

    private boolean confirmed(ContentItem item) throws Exception {
        String answer =
                session().readLine("Delete " + item.kind() + " '" + item.name() + "' for ever? Type yes: ", null);
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
