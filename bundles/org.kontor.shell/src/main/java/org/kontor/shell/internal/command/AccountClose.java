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
        name = "account-close",
        description = "Closes an account: it takes nothing new, what it holds stays")
public final class AccountClose extends AccountFlag {
    @Override
    protected AccountField flag() {
        return AccountField.CLOSED;
    }

    @Override
    protected boolean value() {
        return true;
    }

    @Override
    protected String done(Account account) {
        return "is closed and takes nothing new. Open it again: " + next("edit", account) + " closed=false";
    }
}
