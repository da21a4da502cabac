/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;

/**
 * A configured connection and how it does.
 *
 * @param connector kind of the external system, for example {@code files} or {@code tryton}
 * @param since when the state began
 * @param message what is wrong or waited for; null when all is well
 * @param lastSuccess when the external system was last read to its end, or null
 */
public record ConnectionStatus(
        String name, String connector, ConnectionState state, Instant since, String message, Instant lastSuccess) {}
