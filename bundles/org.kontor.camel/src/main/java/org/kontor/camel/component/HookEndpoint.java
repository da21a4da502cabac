/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.time.Duration;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code kontor:hook/NAME}: calls from outside, to read from. */
final class HookEndpoint extends DefaultEndpoint {
    private final KontorComponent component;
    private final String hook;
    private final int concurrency;
    private final Duration timeout;

    HookEndpoint(String uri, KontorComponent component, String hook, int concurrency, Duration timeout) {
        super(uri, component);
        this.component = component;
        this.hook = hook;
        this.concurrency = concurrency;
        this.timeout = timeout;
    }

    String hook() {
        return hook;
    }

    /** How many calls the route works on at the same time. */
    int concurrency() {
        return concurrency;
    }

    /** How long a caller waits. */
    Duration timeout() {
        return timeout;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new HookConsumer(this, processor, component);
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException(getEndpointUri() + " can be read from, not written to");
    }
}
