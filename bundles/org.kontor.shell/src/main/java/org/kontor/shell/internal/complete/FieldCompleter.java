/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.Field;
import org.kontor.shell.internal.Desk;

/** Fields of the command's record type, and their values where they are known. */
@Service
public final class FieldCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return PairWord.candidates(
                desk, type(command).fields().stream().collect(Collectors.toMap(Field::path, field -> field)), word);
    }
}
