/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** {@code kontor:account-show}. */
@Service
@Command(scope = "kontor", name = "account-show", description = "Shows everything about an account")
public final class AccountShow extends RecordShow {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected String seeAlso(BusinessRecord record) {
        return "Change it: " + next("edit", record) + " FIELD=VALUE";
    }
}
