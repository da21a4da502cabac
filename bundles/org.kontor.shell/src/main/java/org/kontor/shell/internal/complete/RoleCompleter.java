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

import org.kontor.api.call.Role;

/** Roles of people. */
@Service
public final class RoleCompleter extends Word {
    @Override
    List<Candidate> candidates(String command, String word) {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .filter(role -> begins(role, word))
                .map(Word::plain)
                .toList();
    }
}
