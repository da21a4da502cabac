/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.UUID;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;

/** Log lines of a run carry its id: {@code %X{correlation}} of a log layout, as the lines of a request do. */
final class RunLog {
    private static final String KEY = "correlation";

    private RunLog() {}

    /** From now on, until the exchange is done; a run keeps to one thread. */
    static void tie(Exchange exchange, UUID run) {
        MDC.put(KEY, run.toString());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                MDC.remove(KEY);
            }
        });
    }
}
