/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.people.PeopleQuery;
import org.kontor.shell.internal.Desk;

/** Logins of people. */
@Service
public final class PersonCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        PeopleQuery query = new PeopleQuery(word.isEmpty() ? null : word, null, null, MOST, null);
        return desk.peopleDesk().find(desk.call(), query).items().stream()
                .filter(person -> begins(person.login(), word))
                .map(person -> of(person.login(), person.name(), true))
                .toList();
    }
}
