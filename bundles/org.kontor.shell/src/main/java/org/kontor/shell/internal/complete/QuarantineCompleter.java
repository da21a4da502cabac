/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.sync.QuarantineQuery;
import org.kontor.shell.internal.Desk;

/** Ids of what waits in the quarantine, the longest waiting. */
@Service
public final class QuarantineCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.quarantine().list(desk.call(), QuarantineQuery.ALL, MOST, null).items().stream()
                .filter(ward -> begins(ward.id().toString(), word))
                .map(ward -> of(
                        ward.id().toString(),
                        ward.connection() + " " + ward.type().key() + " " + ward.externalId() + " " + ward.error(),
                        true))
                .toList();
    }
}
