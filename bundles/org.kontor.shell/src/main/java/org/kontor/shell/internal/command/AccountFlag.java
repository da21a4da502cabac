/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.complete.RecordCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** Sets one flag of an account (A16). */
public abstract class AccountFlag extends RecordCommand {
    @Argument(name = "account", description = "Its code, id or name", required = true)
    @Completion(RecordCompleter.class)
    private String named;

    @Override
    protected final RecordType type() {
        return RecordType.ACCOUNT;
    }

    protected abstract AccountField flag();

    protected abstract boolean value();

    /** What is said when it is done: what it means, and the way back. */
    protected abstract String done(Account account);

    @Override
    protected final void run(CallContext call, Screen screen) {
        BusinessRecord before = find(call, named);
        Account after = desk().accounts()
                .update(
                        call,
                        before.id(),
                        before.version(),
                        FieldValues.builder().set(flag(), value()).build());
        if (json()) {
            Json.print(screen.out(), RecordDocument.of(after));
        } else if (after.version() == before.version()) {
            screen.say("Nothing changed: " + subject(after) + " was like this already.");
        } else {
            screen.say(subject(after) + " " + done(after));
        }
    }
}
