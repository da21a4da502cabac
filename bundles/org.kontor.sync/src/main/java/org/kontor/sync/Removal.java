/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Deletion.State;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.RemoteAnswer;
import org.kontor.spi.sync.RemoteType;

/**
 * Deletes there what was deleted here. A kill in between does no harm: what is not there any more counts as deleted. Used
 * once.
 */
final class Removal {
    private static final int PAGE = 100;

    private final UnitOfWork unitOfWork;
    private final Synchronisation inbound;
    private final String connection;
    private final Supplier<UUID> run;
    private final RemoteType remote;
    private final RecordType type;
    private final List<ItemResult> results = new ArrayList<>();

    Removal(UnitOfWork unitOfWork, Synchronisation inbound, String connection, Supplier<UUID> run, RemoteType remote) {
        this.unitOfWork = unitOfWork;
        this.inbound = inbound;
        this.connection = connection;
        this.run = run;
        this.remote = remote;
        this.type = remote.type();
    }

    List<ItemResult> results() {
        return results;
    }

    /** Whether there may be more. */
    boolean send() {
        List<Deletion> due =
                unitOfWork.read(transaction -> transaction.deletions().due(connection, type, PAGE));
        if (due.isEmpty()) {
            return false;
        }
        List<RemoteAnswer> answers =
                remote.delete(due.stream().map(Deletion::externalId).toList());
        List<String> done = new ArrayList<>();
        List<Deletion> moved = new ArrayList<>();
        Map<String, KontorException> reasons = new HashMap<>();
        for (int i = 0; i < due.size(); i++) {
            Deletion one = due.get(i);
            if (answers.get(i) instanceof RemoteAnswer.Archived archived) {
                moved.add(with(one, State.ARCHIVED));
                results.add(result(one, Outcome.SENT, null, "Archived there: " + archived.why()));
            } else if (answers.get(i) instanceof RemoteAnswer.Refused refused) {
                reasons.put(one.externalId(), refused.reason());
                results.add(result(
                        one,
                        Outcome.REFUSED,
                        refused.reason().code().code(),
                        refused.reason().getMessage()));
            } else {
                done.add(one.externalId());
                results.add(result(one, Outcome.SENT, null, "Deleted there."));
            }
        }
        CallContext context = SynchronisationEngine.through(
                inbound.caller(connection), connection, run.get().toString());
        unitOfWork.write(context, transaction -> {
            transaction.deletions().forget(connection, type, done);
            transaction.deletions().move(connection, type, moved);
            transaction.deletions().refused(connection, type, reasons);
            SynchronisationEngine.note(transaction, run.get(), type, results);
            return null;
        });
        return due.size() == PAGE;
    }

    private static Deletion with(Deletion one, State state) {
        return new Deletion(one.externalId(), one.recordId(), one.code(), state);
    }

    private static ItemResult result(Deletion one, Outcome outcome, String error, String message) {
        return new ItemResult(one.externalId(), outcome, one.recordId(), one.code(), error, message, List.of());
    }
}
