/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-delete}. */
@Service
@Command(scope = "kontor", name = "account-delete", description = "Deletes an account on which nothing hangs")
public final class AccountDelete extends RecordDelete {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }
}
