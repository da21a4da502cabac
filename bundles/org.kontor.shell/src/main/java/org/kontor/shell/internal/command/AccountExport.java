/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-export}. */
@Service
@Command(
        scope = "kontor",
        name = "account-export",
        description = "Writes all accounts of a search to a file or the screen, as CSV or NDJSON")
public final class AccountExport extends RecordExport {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }
}
