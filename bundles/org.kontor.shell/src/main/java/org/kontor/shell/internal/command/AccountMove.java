/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Hangs an account under another one (A1). */
@Service
@Command(
        scope = "kontor",
        name = "account-move",
        description = "Hangs an account, with everything below it, under another one")
public final class AccountMove extends RecordCommand {
    @Argument(name = "account", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Argument(
            index = 1,
            name = "to",
            description = "The account that is to be directly above: its code, id or name",
            required = true)
    @Completion(AccountCompleter.class)
    private String to;

    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected void run(CallContext call, Screen screen) {
        BusinessRecord before = find(call, named);
        BusinessRecord above = find(call, to);
        Account after = desk().accounts().move(call, before.id(), before.version(), above.id());
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(after));
        } else if (after.version() == before.version()) {
            screen.say("Nothing changed: " + subject(after) + " hangs there already.");
        } else {
            screen.say(subject(after) + " hangs under " + above.code() + " " + above.name() + " now. See the tree: "
                    + "kontor:account-tree " + typed(above.code()));
        }
    }
}
