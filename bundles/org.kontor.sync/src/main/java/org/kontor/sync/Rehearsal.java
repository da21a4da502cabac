/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.List;

import org.kontor.api.call.CallContext;
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
    /** Carries the answer out of the transaction that it undoes. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Rehearsed> answers;

        Undone(List<Rehearsed> answers) {
            super(null, null, false, false);
            this.answers = answers;
        }
    }

    List<Rehearsed> of(CallContext context, List<SourceRecord> records) {
        try {
            unitOfWork.write(context, transaction -> {
                throw new Undone(take(context, transaction, records));
            });
            throw new IllegalStateException("A rehearsal was not undone");
        } catch (Undone undone) {
            return undone.answers;
        }
    }

    private List<Rehearsed> take(CallContext context, WriteTransaction transaction, List<SourceRecord> records) {
        List<Rehearsed> answers = new ArrayList<>();
        for (List<SourceRecord> part : Steps.of(type, records)) {
            Step step = new Step(context, transaction, writer, type, rules);
            step.take(part).forEach(result -> answers.add(new Rehearsed(result, step.stored(result))));
        }
        return answers;
    }
}
