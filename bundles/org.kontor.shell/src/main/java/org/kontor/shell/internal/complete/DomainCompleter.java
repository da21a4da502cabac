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

/** Names of the e-mail domains of one's own account. */
@Service
public final class DomainCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.emailDomains().list(desk.call()).stream()
                .filter(domain -> begins(domain.name(), word))
                .limit(MOST)
                .map(domain -> of(domain.name(), domain.state().toString(), true))
                .toList();
    }
}
