/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Rehearsed;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/**
 * Takes records in and takes it all back: by the very steps of the engine, so that it cannot tell anything else. Stateless.
 */
record Rehearsal(UnitOfWork unitOfWork, RecordWriter writer, RecordType type, SyncRules rules) {
    List<Rehearsed> of(CallContext context, List<SourceRecord> records) {
        return Undone.of(unitOfWork, context, transaction -> take(context, transaction, records));
    }

    private List<Rehearsed> take(CallContext context, WriteTransaction transaction, List<SourceRecord> records) {
        List<Rehearsed> answers = new ArrayList<>();
        for (List<SourceRecord> part : Steps.of(type, records)) {
            Step step = new Step(context, transaction, writer, type, rules);
            step.take(part).forEach(result -> answers.add(new Rehearsed(result, values(step.taken(result)))));
        }
        return answers;
    }

    private static FieldValues values(Step.Taken taken) {
        return taken == null ? null : taken.after().values();
    }
}
