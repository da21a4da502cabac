/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-unarchive}. */
@Service
@Command(scope = "kontor", name = "account-unarchive", description = "Brings an archived account back into the lists")
public final class AccountUnarchive extends RecordArchive {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected boolean archive() {
        return false;
    }
}
