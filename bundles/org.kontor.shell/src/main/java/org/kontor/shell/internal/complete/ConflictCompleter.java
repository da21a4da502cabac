/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.sync.ConflictQuery;
import org.kontor.shell.internal.Desk;

/** Ids of conflicts that are open, the oldest. */
@Service
public final class ConflictCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.conflicts().list(desk.call(), ConflictQuery.ALL, MOST, null).items().stream()
                .filter(conflict -> begins(conflict.id().toString(), word))
                .map(conflict -> of(
                        conflict.id().toString(),
                        conflict.connection() + " " + conflict.externalId() + " " + conflict.field(),
                        true))
                .toList();
    }
}
