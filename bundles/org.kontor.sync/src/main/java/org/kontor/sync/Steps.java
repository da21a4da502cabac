/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;

/**
 * Cuts a batch into steps that can each be written as a set: in a step no record comes twice, and none refers to another of
 * the same step (a location to its parent). The order stays. Stateless.
 */
final class Steps {
    private Steps() {}

    static List<List<SourceRecord>> of(RecordType type, List<SourceRecord> records) {
        List<List<SourceRecord>> steps = new ArrayList<>();
        List<SourceRecord> step = new ArrayList<>();
        Set<String> inStep = new HashSet<>();
        for (SourceRecord record : records) {
            if (inStep.contains(record.externalId()) || refersTo(inStep, type, record)) {
                steps.add(step);
                step = new ArrayList<>();
                inStep.clear();
            }
            step.add(record);
            inStep.add(record.externalId());
        }
        if (!step.isEmpty()) {
            steps.add(step);
        }
        return steps;
    }

    private static boolean refersTo(Set<String> externalIds, RecordType type, SourceRecord record) {
        for (var reference : record.references().entrySet()) {
            Field field = reference.getKey();
            if (field.target() == type && externalIds.contains(reference.getValue())) {
                return true;
            }
        }
        return false;
    }
}
