/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;
import java.util.Locale;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.shell.internal.Desk;

/** Names of connections. */
@Service
public final class ConnectionCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.connections().list(desk.call()).stream()
                .filter(status -> begins(status.name(), word))
                .limit(MOST)
                .map(status -> of(status.name(), status.state().name().toLowerCase(Locale.ROOT), true))
                .toList();
    }
}
