/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.AccountCompleter;

/** A command for what stands in an account: the caller's own, or one below it. */
public abstract class AccountCommand extends KontorCommand {
    @Option(
            name = "--account",
            description =
                    "The account below yours that it is for, by code, id or name: only its records are seen, new ones"
                            + " are made in it")
    @Completion(AccountCompleter.class)
    private String account;

    @Override
    protected final CallContext call() {
        CallContext call = super.call();
        return account == null
                ? call
                : desk().accounts()
                        .within(
                                call,
                                Naming.find(desk(), call, RecordType.ACCOUNT, account)
                                        .id());
    }
}
