/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.KontorHeaders;

/** The {@code kontor:} component as far as routes of connections use it. */
public final class KontorStub extends DefaultComponent {
    private final Synchronisation synchronisation;

    public KontorStub(Synchronisation synchronisation) {
        this.synchronisation = synchronisation;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) {
                        take(remaining, exchange.getMessage());
                    }
                };
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private void take(String what, Message message) {
        UUID run = message.getHeader(KontorHeaders.RUN, UUID.class);
        switch (what) {
            case "run/begin" -> message.setHeader(
                    KontorHeaders.RUN,
                    synchronisation.begin(
                            "test",
                            null,
                            message.getHeader(KontorHeaders.SOURCE, String.class),
                            message.getHeader(KontorHeaders.BESIDE, UUID.class)));
            case "run/complete" -> {
                if (message.getHeader(KontorHeaders.PART, false, Boolean.class)) {
                    synchronisation.completePart("test", run);
                } else {
                    synchronisation.complete("test", run);
                }
            }
            case "run/fail" -> synchronisation.fail(
                    "test", run, message.getHeader(KontorHeaders.MESSAGE, String.class));
            default -> {
                RecordType type = RecordType.ofKey(what.replace("upsert/", "")).orElseThrow();
                List<SourceRecord> records = message.getBody(List.class);
                Progress progress = message.getHeader(KontorHeaders.PROGRESS, Progress.class);
                Reach reach = message.getHeader(KontorHeaders.REACH, Reach.class);
                message.setBody(synchronisation.upsert(
                        "test", new Batch(run, type, records, SyncRules.PLAIN, progress, reach)));
            }
        }
    }
}
