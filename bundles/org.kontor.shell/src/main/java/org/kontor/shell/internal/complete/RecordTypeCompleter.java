/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.Arrays;
import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.RecordType;

/** The types of records. */
@Service
public final class RecordTypeCompleter extends Word {
    @Override
    List<Candidate> candidates(String command, String word) {
        return Arrays.stream(RecordType.values())
                .map(RecordType::key)
                .filter(key -> begins(key, word))
                .map(Word::plain)
                .toList();
    }
}
