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
@Command(scope = "kontor", name = "account-resume", description = "Resumes a suspended account")
public final class AccountResume extends AccountFlag {
    @Override
    protected AccountField flag() {
        return AccountField.SUSPENDED;
    }

    @Override
    protected boolean value() {
        return false;
    }

    @Override
    protected String done(Account account) {
        return "is resumed.";
    }
}
