/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.record.RecordType;

/** {@code kontor:account-list}. */
@Service
@Command(
        scope = "kontor",
        name = "account-list",
        description = "Lists accounts: words to search for, filters as NAME=VALUE")
public final class AccountList extends RecordList {
    @Override
    protected RecordType type() {
        return RecordType.ACCOUNT;
    }

    @Override
    protected List<String> shown() {
        return List.of("type", "stage", "responsible", "suspended", "closed");
    }
}
