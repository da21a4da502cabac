/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;

@Service
@Command(
        scope = "kontor",
        name = "account-suspend",
        description = "Suspends an account: its people do not get in until it is resumed")
public final class AccountSuspend extends AccountFlag {
    @Override
    protected AccountField flag() {
        return AccountField.SUSPENDED;
    }

    @Override
    protected boolean value() {
        return true;
    }

    @Override
    protected String done(Account account) {
        return "is suspended. Let its people in again: " + next("resume", account);
    }
}
