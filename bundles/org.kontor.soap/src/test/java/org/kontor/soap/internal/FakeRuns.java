/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunProgress;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.Runs;

/** One run that is under way, with one item. */
final class FakeRuns implements Runs {
    static final UUID ID = UUID.fromString("01a20031-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    String asked;

    @Override
    public Page<Run> list(CallContext context, String connection, int limit, String cursor) {
        asked = connection + " " + limit + " " + cursor;
        return new Page<>(List.of(get(context, ID)), "more");
    }

    @Override
    public Run get(CallContext context, UUID id) {
        if (!id.equals(ID)) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is no such run.");
        }
        RunProgress progress = new RunProgress(50L, 200L, 2.5, 60L);
        return new Run(
                ID,
                "erp",
                null,
                "full",
                RunState.RUNNING,
                NOON,
                null,
                null,
                60,
                progress,
                10,
                20,
                29,
                0,
                0,
                1,
                0,
                false);
    }

    @Override
    public Page<RunItem> items(CallContext context, UUID run, Outcome outcome, int limit, String cursor) {
        get(context, run);
        asked = outcome + " " + limit + " " + cursor;
        ItemResult result = new ItemResult(
                "7",
                Outcome.REFUSED,
                null,
                null,
                "invalid_input",
                "A field breaks a rule.",
                List.of(new Violation("name", "required", "Must be given.", null)));
        return new Page<>(
                List.of(new RunItem(UUID.randomUUID(), run, RecordType.CUSTOMER, NOON, result, List.of())), null);
    }
}
