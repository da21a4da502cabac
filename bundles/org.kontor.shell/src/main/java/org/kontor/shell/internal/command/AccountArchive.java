/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-archive}. */
@Service
@Command(
        scope = "kontor",
        name = "account-archive",
        description = "Archives an account: out of the lists, all else goes on")
public final class AccountArchive extends RecordArchive {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected boolean archive() {
        return true;
    }
}
