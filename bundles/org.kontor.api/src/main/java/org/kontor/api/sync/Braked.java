/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;

import org.kontor.api.record.RecordType;

/**
 * A run that was stopped because it would archive more than its {@link Brake} allows. It goes when a run of the connection
 * completes.
 *
 * @param archives how many records it would have archived at least
 * @param known how many of the type the connection knows
 * @param releasedBy who lets the next run archive them, or null
 */
public record Braked(
        String connection,
        RecordType type,
        Instant since,
        long archives,
        long known,
        String releasedBy,
        Instant releasedAt) {}
