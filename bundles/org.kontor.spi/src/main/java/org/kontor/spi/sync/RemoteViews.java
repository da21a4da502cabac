/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Opens views of the systems behind connections, beside what their routes do. Thread-safe. */
public interface RemoteViews {
    /**
     * The connections that are to be compared from time to time and have nothing else to do at the moment, with the time
     * between two comparisons.
     */
    Map<String, Duration> scheduled();

    /**
     * Whether there can be a view of the connection; it need not run.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}; {@code invalid_input} with the rule {@code not_offered}
     *     when its connector has none; {@code unavailable} when its settings are wrong or its connector is not installed
     */
    void check(String connection);

    /**
     * Looks at the system; the view ends with the work.
     *
     * @throws org.kontor.api.error.KontorException as {@link #check}, or what the work throws
     */
    <T> T look(String connection, Function<RemoteView, T> work);
}
