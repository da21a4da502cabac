/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Objects;

import org.kontor.api.record.RecordType;

/**
 * What a comparison counted of one type.
 *
 * @param there records of the external system
 * @param linked records of ours that the connection knows
 * @param unlinked records of ours that it does not know
 * @param waiting those that differ and of which Kontor knows
 */
public record DriftCounts(
        RecordType type,
        long there,
        long linked,
        long unlinked,
        long missingHere,
        long missingThere,
        long differs,
        long waiting) {
    public DriftCounts {
        Objects.requireNonNull(type, "type");
    }

    /** Records that differ though nothing waits. */
    public long found() {
        return missingHere + missingThere + differs;
    }
}
