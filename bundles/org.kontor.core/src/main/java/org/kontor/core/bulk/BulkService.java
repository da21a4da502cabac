/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.bulk.Bulk;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.error.KontorException;
import org.kontor.core.record.Once;
import org.kontor.spi.record.InHalves;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Bulk writes: a call is a transaction, and what the database refuses is narrowed down to the row that it refuses. */
@Component
public final class BulkService implements Bulk {
    /** Stands for rows that were cut in halves: the answer is with the halves. */
    private static final List<BulkResult> CUT = List.of();

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;

    @Activate
    public BulkService(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
    }

    @Override
    public List<BulkResult> write(CallContext context, List<BulkRow> rows) {
        context.requireWriter();
        if (rows.size() > MAX_ROWS) {
            throw KontorException.invalid(
                    "rows", "too_many", "Must be at most " + MAX_ROWS + " a call.", String.valueOf(rows.size()));
        }
        RequestKey request = context.request();
        if (request != null && request.key().length() > RequestKey.MAX_LENGTH - KEY_SPACE) {
            throw KontorException.invalid(
                    "key",
                    "too_long",
                    "Must be at most " + (RequestKey.MAX_LENGTH - KEY_SPACE) + " characters for a bulk.",
                    request.key());
        }
        return rows.isEmpty() ? List.of() : InHalves.run(rows.size(), new Writing(context, rows));
    }

    private final class Writing implements InHalves.Work<BulkResult> {
        private final CallContext context;
        private final List<BulkRow> rows;

        Writing(CallContext context, List<BulkRow> rows) {
            this.context = context;
            this.rows = rows;
        }

        @Override
        public Optional<List<BulkResult>> write(int from, int to) {
            List<BulkResult> results = once(from, to, (part, transaction) -> take(part, transaction, from, to));
            return results.isEmpty() ? Optional.empty() : Optional.of(results);
        }

        /** Remembered before a half is written, so that the whole is never written beside it when it is sent again. */
        @Override
        public void cut(int from, int to) {
            if (context.request() != null) {
                once(from, to, (part, transaction) -> CUT);
            }
        }

        @Override
        public BulkResult refuse(int row, KontorException refusal) {
            return once(
                            row,
                            row + 1,
                            (part, transaction) ->
                                    List.of(Results.refused(rows.get(row).type(), refusal)))
                    .get(0);
        }

        private interface Part {
            List<BulkResult> take(CallContext context, WriteTransaction transaction);
        }

        private List<BulkResult> once(int from, int to, Part part) {
            CallContext call = context.withRequest(request(from, to));
            return unitOfWork.write(
                    call,
                    transaction -> Once.run(call, transaction, BulkAnswer.FORM, () -> part.take(call, transaction)));
        }

        private RequestKey request(int from, int to) {
            RequestKey whole = context.request();
            return whole == null || to - from == rows.size()
                    ? whole
                    : RequestKey.of("key", whole.key() + ":" + from + "-" + to, whole.digest());
        }

        private List<BulkResult> take(CallContext call, WriteTransaction transaction, int from, int to) {
            BulkResult[] results = new BulkResult[to - from];
            List<Entry> entries = new ArrayList<>();
            for (int i = from; i < to; i++) {
                try {
                    entries.add(Entry.of(i - from, rows.get(i), call.isForOperator()));
                } catch (KontorException refusal) {
                    results[i - from] = Results.refused(rows.get(i).type(), refusal);
                }
            }
            Known known = new Known(call.scope(), transaction);
            known.load(entries);
            for (List<Entry> step : new Order(known).steps(entries)) {
                new Step(call, transaction, writer, known, results).take(step);
            }
            return Arrays.asList(results);
        }
    }
}
