/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.custom.Declaration;
import org.kontor.shell.internal.Desk;

/** Keys of custom fields. */
@Service
public final class CustomKeyCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return desk.customFields().list(desk.call(), null).stream()
                .map(Declaration::key)
                .distinct()
                .filter(key -> begins(key, word))
                .map(Word::plain)
                .toList();
    }
}
