/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.sync.UnsentQuery;
import org.kontor.shell.internal.Desk;

/** Ids of what external systems did not take, the longest waiting. */
@Service
public final class UnsentCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.unsent().list(desk.call(), UnsentQuery.ALL, MOST, null).items().stream()
                .filter(one -> begins(one.id().toString(), word))
                .map(one -> of(
                        one.id().toString(),
                        one.connection() + " " + one.type().key() + " " + one.code() + " " + one.error(),
                        true))
                .toList();
    }
}
