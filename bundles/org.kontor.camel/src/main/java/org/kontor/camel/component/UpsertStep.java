/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.KontorHeaders;

/** Takes the body, a list of records, in as one batch; the answer is a result per record. */
record UpsertStep(String connection, Synchronisation synchronisation, RecordType type, SyncRules rules)
        implements Step {
    @Override
    public void process(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        List<?> elements = body instanceof List<?> list ? list : List.of(body);
        List<SourceRecord> records = elements.stream().map(this::record).toList();
        Progress progress = exchange.getMessage().getHeader(KontorHeaders.PROGRESS, Progress.class);
        Reach reach = exchange.getMessage().getHeader(KontorHeaders.REACH, Reach.class);
        SyncRules ofBatch = exchange.getMessage().getHeader(KontorHeaders.RULES, rules, SyncRules.class);
        exchange.getMessage()
                .setBody(synchronisation.upsert(
                        connection, new Batch(RunSteps.run(exchange), type, records, ofBatch, progress, reach)));
    }

    private SourceRecord record(Object element) {
        if (element instanceof SourceRecord record) {
            return record;
        }
        if (element instanceof Map<?, ?> map) {
            return MappedRecord.of(type, map);
        }
        throw new IllegalArgumentException("kontor:upsert/" + type.key() + " takes a list of maps, not of "
                + (element == null ? "null" : element.getClass().getSimpleName()));
    }
}
