/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.List;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Membership;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.complete.AccountCompleter;

/** A command that is meant for one account: the caller's own, or another one that {@code --account} names. */
public abstract class AccountCommand extends KontorCommand {
    @Option(
            name = "--account",
            description =
                    "The account that it is for, by code, id or name: only what it has is seen, and new things are made"
                            + " in it")
    @Completion(AccountCompleter.class)
    private String account;

    @Override
    protected final CallContext call() {
        CallContext call = super.call();
        return account == null ? call : desk().accounts().within(call, named(call));
    }

    /**
     * One of those that the caller is a member of, wherever it stands; else one that the caller sees. By its id also one that a
     * provider is linked to.
     */
    private UUID named(CallContext call) {
        List<UUID> mine = desk().people().memberships(call).stream()
                .filter(one -> one.code().equals(account)
                        || one.name().equalsIgnoreCase(account)
                        || one.account().toString().equalsIgnoreCase(account))
                .map(Membership::account)
                .toList();
        return mine.size() == 1
                ? mine.get(0)
                : Naming.id(account).orElseGet(() -> Naming.find(desk(), call, RecordType.ACCOUNT, account)
                        .id());
    }
}
