/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.UUID;

import org.apache.camel.Exchange;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.KontorHeaders;

/** Beginning and end of runs. */
final class RunSteps {
    private RunSteps() {}

    static Step begin(String connection, Synchronisation synchronisation) {
        return exchange -> {
            String key = exchange.getMessage().getHeader(KontorHeaders.TYPE, String.class);
            RecordType type = key == null
                    ? null
                    : RecordType.synchronisedOfKey(key)
                            .orElseThrow(() -> new IllegalArgumentException("There is no record type '" + key + "'"));
            String source = exchange.getMessage().getHeader(KontorHeaders.SOURCE, "records", String.class);
            UUID run = synchronisation.begin(
                    connection, type, source, exchange.getMessage().getHeader(KontorHeaders.BESIDE, UUID.class));
            exchange.getMessage().setHeader(KontorHeaders.RUN, run);
            RunLog.tie(exchange, run);
        };
    }

    static Step complete(String connection, Synchronisation synchronisation) {
        return exchange -> {
            if (exchange.getMessage().getHeader(KontorHeaders.PART, false, Boolean.class)) {
                synchronisation.completePart(connection, run(exchange));
            } else {
                synchronisation.complete(connection, run(exchange));
            }
        };
    }

    static Step fail(String connection, Synchronisation synchronisation) {
        return exchange -> synchronisation.fail(
                connection, run(exchange), exchange.getMessage().getHeader(KontorHeaders.MESSAGE, String.class));
    }

    static UUID run(Exchange exchange) {
        UUID run = exchange.getMessage().getHeader(KontorHeaders.RUN, UUID.class);
        if (run == null) {
            throw new IllegalArgumentException(
                    "The header " + KontorHeaders.RUN + " is missing; begin a run with kontor:run/begin");
        }
        return run;
    }
}
