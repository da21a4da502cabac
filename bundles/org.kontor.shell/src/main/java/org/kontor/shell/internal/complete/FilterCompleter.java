/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** Filters of the command's record type, and their values where they are known. */
@Service
public final class FilterCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        RecordType type = type(command);
        Map<String, Field> fields = new HashMap<>(CustomWord.fields(desk, type, true));
        fields.putAll(type.filters());
        return PairWord.candidates(desk, fields, word);
    }
}
