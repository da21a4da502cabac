/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.support.SupportSessionQuery;
import org.kontor.shell.internal.Desk;

/** Ids of the newest support sessions. */
@Service
public final class SupportSessionCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.supportSessions().find(desk.call(), new SupportSessionQuery(null, MOST, null)).items().stream()
                .filter(one -> begins(one.id().toString(), word))
                .map(one -> of(one.id().toString(), one.login() + " " + one.state(), true))
                .toList();
    }
}
