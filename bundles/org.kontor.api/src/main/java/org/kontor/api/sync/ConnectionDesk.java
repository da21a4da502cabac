/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.kontor.api.call.CallContext;

/** Finds out what is wrong with a connection (requirement S16). For people who look after the installation. Thread-safe. */
public interface ConnectionDesk {
    /** The longest that a check takes. */
    Duration LONGEST_CHECK = Duration.ofSeconds(90);
    /** The longest that one trace lasts. */
    Duration LONGEST_TRACE = Duration.ofHours(1);
    /** Characters of a payload that a trace shows at most. */
    int MAX_BODY = 10_000;

    /**
     * Tries a connection step by step, beside what it is doing; changes nothing here or there. Also one that is stopped or
     * failed.
     *
     * @param watcher told each step as soon as it is known; may throw to end the check
     * @return all steps in their order
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code too_many_requests} when
     *     others check at the same time
     */
    List<CheckedStep> check(CallContext context, String name, Consumer<CheckedStep> watcher);

    /**
     * Begins to record what a connection does, across restarts of it; to be closed by the caller.
     *
     * @param most how long, 1 second to {@link #LONGEST_TRACE}; it then ends by itself
     * @param body how many characters of each payload are shown, 0 to {@value #MAX_BODY}
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input}, {@code
     *     too_many_requests} when too many traces are open
     */
    ConnectionTrace trace(CallContext context, String name, Duration most, int body);
}
