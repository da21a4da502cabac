/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import org.apache.camel.Exchange;

/** What a {@code kontor:} endpoint does with an exchange. Thread-safe. */
interface Step {
    void process(Exchange exchange);
}
