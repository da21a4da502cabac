/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** Accounts by code or name. */
@Service
public final class AccountCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return RecordWord.candidates(desk, RecordType.ACCOUNT, "", word);
    }
}
