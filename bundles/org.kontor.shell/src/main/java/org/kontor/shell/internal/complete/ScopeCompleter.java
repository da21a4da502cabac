/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.people.TokenScope;

/** Scopes of tokens. */
@Service
public final class ScopeCompleter extends Word {
    @Override
    List<Candidate> candidates(String command, String word) {
        return Arrays.stream(TokenScope.values())
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .filter(scope -> begins(scope, word))
                .map(Word::plain)
                .toList();
    }
}
