/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** Names of fields, of any type of records. */
@Service
public final class FieldPathCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        return Arrays.stream(RecordType.values())
                .flatMap(type -> Stream.concat(
                        type.fields().stream().map(Field::path),
                        CustomWord.fields(desk, type, false).keySet().stream()))
                .distinct()
                .filter(path -> begins(path, word))
                .sorted()
                .map(Word::plain)
                .toList();
    }
}
