/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.time.Instant;
import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.shell.internal.Desk;

/** Ids of one's own tokens that count, the newest. */
@Service
public final class TokenCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        Instant now = Instant.now();
        return desk.tokens().list(desk.call()).stream()
                .filter(token -> token.counts(now) && begins(token.id().toString(), word))
                .limit(MOST)
                .map(token -> of(token.id().toString(), token.name() + " " + token.scope(), true))
                .toList();
    }
}
