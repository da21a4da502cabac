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

/** Ids of the newest runs. */
@Service
public final class RunCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.runs().list(desk.call(), null, MOST, null).items().stream()
                .filter(run -> begins(run.id().toString(), word))
                .map(run -> of(run.id().toString(), run.connection() + " " + run.source() + " " + run.state(), true))
                .toList();
    }
}
