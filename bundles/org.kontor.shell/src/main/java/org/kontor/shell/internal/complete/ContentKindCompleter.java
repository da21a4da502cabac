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

/** Kinds of content. */
@Service
public final class ContentKindCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.contents().kinds(desk.call()).stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .filter(kind -> begins(kind, word))
                .map(Word::plain)
                .toList();
    }
}
