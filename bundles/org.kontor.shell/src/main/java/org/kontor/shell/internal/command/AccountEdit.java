/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-edit}. */
@Service
@Command(scope = "kontor", name = "account-edit", description = "Changes fields of an account; FIELD= clears one")
public final class AccountEdit extends RecordEdit {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }
}
