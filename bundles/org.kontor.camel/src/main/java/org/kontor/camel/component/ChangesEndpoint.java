/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code kontor:changes}: the change feed, to read from. */
final class ChangesEndpoint extends DefaultEndpoint {
    private final KontorComponent component;
    private final ChangesOptions options;

    ChangesEndpoint(String uri, KontorComponent component, ChangesOptions options) {
        super(uri, component);
        this.component = component;
        this.options = options;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new ChangesConsumer(this, processor, component, options);
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException(getEndpointUri() + " can be read from, not written to");
    }
}
