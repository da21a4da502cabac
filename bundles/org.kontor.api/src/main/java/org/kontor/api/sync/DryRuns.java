/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.call.CallContext;

/**
 * Tells what a reading of everything would do, and what would be sent and deleted after it, before anything is written on
 * either side (requirement S9). Thread-safe.
 */
public interface DryRuns {
    /** Items of a dry run that are told field by field; of those after them it is told what becomes of them. */
    int MOST_DETAILED = 10_000;

    /**
     * Begins one in the background, beside what the connection is doing; one that is under way already goes on, and no other
     * begins. It is a {@link Run} of its own: its items are those that the next full run has, if nothing changes meanwhile.
     *
     * @return the run
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input} with the
     *     rule {@code not_offered} when the connector cannot do it, {@code too_many_requests}, {@code unavailable}
     */
    UUID begin(CallContext context, String connection);
}
