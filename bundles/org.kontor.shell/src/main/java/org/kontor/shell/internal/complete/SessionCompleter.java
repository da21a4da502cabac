/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.shell.internal.Desk;

/** Ids of one's own sessions. */
@Service
public final class SessionCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.sessions().list(desk.call()).stream()
                .filter(session -> begins(session.id().toString(), word))
                .limit(MOST)
                .map(session ->
                        of(session.id().toString(), session.client() == null ? "session" : session.client(), true))
                .toList();
    }
}
