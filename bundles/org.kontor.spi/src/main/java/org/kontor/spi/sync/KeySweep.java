/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DeleteRule;

/**
 * Finds records that were deleted in an external system, which tells of no deletions, by asking for all that we know
 * (requirement S8). Thread-safe; one call of a connection at a time, and none beside a reading of the same connection.
 */
public interface KeySweep {
    /** Records that are asked for at once. */
    int PAGE = 1_000;

    /**
     * Asks for all records of the type, and then archives or deletes ours of those that are not there. Their cross references
     * stay, so that a record that comes back, from a backup for example, finds its own again. What the brake stopped is told
     * once: when as many are gone the next time, and nobody released them, nothing is archived and nothing is thrown.
     *
     * @param run begins the run when it is first asked, and gives the same then; not asked when nothing is gone
     * @param stopped whether to end early; nothing is archived then
     * @return how many were gone
     * @throws org.kontor.api.error.KontorException {@code braked}: nothing was archived; {@code unavailable}
     */
    int sweep(
            String connection,
            Supplier<UUID> run,
            RemoteKeys remote,
            DeleteRule rule,
            Brake brake,
            BooleanSupplier stopped);

    /** What was stopped by the brake and waits for a person, in sentences; empty when nothing does, or it was released. */
    Optional<String> held(String connection);
}
