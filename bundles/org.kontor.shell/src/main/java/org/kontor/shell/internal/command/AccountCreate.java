/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-create}. */
@Service
@Command(scope = "kontor", name = "account-create", description = "Makes an account of FIELD=VALUE")
public final class AccountCreate extends RecordCreate {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }
}
