/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.complete;

import java.util.ArrayList;
import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;

import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.Desk;

/** Records of any type by code or name. */
@Service
public final class AnyRecordCompleter extends Word {
    @Reference
    private Desk desk;

    @Override
    List<Candidate> candidates(String command, String word) {
        List<Candidate> candidates = new ArrayList<>();
        for (RecordType type : RecordType.values()) {
            candidates.addAll(RecordWord.candidates(desk, type, "", word));
        }
        return candidates;
    }
}
