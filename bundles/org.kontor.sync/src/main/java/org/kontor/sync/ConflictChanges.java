/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.kontor.api.sync.Conflict;
import org.kontor.spi.store.ConflictWriter;

/** What comes and goes in the conflict queue with one step. Not thread-safe. */
final class ConflictChanges {
    private final List<UUID> gone = new ArrayList<>();
    private final List<Conflict> fresh = new ArrayList<>();

    /**
     * @param open what is open for a record of the external system
     * @param asked what is to be asked now: what is open and not asked any more has settled itself
     */
    void note(List<Conflict> open, List<Merge.Asked> asked, Function<Merge.Asked, Conflict> conflict) {
        Map<String, Conflict> left = new HashMap<>();
        open.forEach(one -> left.put(one.field(), one));
        for (Merge.Asked one : asked) {
            Conflict now = conflict.apply(one);
            Conflict old = left.remove(one.field());
            if (old == null) {
                fresh.add(now);
            } else if (!isSame(old, now)) {
                gone.add(old.id());
                fresh.add(new Conflict(
                        old.id(),
                        old.connection(),
                        old.type(),
                        old.externalId(),
                        old.recordId(),
                        old.field(),
                        now.agreed(),
                        now.ours(),
                        now.theirs(),
                        old.since()));
            }
        }
        left.values().forEach(settled -> gone.add(settled.id()));
    }

    private static boolean isSame(Conflict old, Conflict now) {
        return Objects.equals(old.agreed(), now.agreed())
                && Objects.equals(old.ours(), now.ours())
                && Objects.equals(old.theirs(), now.theirs());
    }

    void save(ConflictWriter queue) {
        if (!gone.isEmpty()) {
            queue.delete(gone);
        }
        if (!fresh.isEmpty()) {
            queue.insert(fresh);
        }
    }
}
