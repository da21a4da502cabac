/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.Objects;

/**
 * What a check found out about one part. Shown to everybody, so the detail names no host, path or user.
 *
 * @param part for example {@code database} or {@code connection tryton}
 * @param detail in words; null when all is well
 */
public record Finding(String part, State state, String detail) {
    /** How a part does. */
    public enum State {
        OK,
        /** In trouble, but what there is works without it: an external system is away, for example. */
        TROUBLED,
        /** Not there, or not yet: Kontor is not ready. */
        MISSING
    }

    public Finding {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(state, "state");
    }

    public static Finding ok(String part) {
        return new Finding(part, State.OK, null);
    }

    public static Finding troubled(String part, String detail) {
        return new Finding(part, State.TROUBLED, detail);
    }

    public static Finding missing(String part, String detail) {
        return new Finding(part, State.MISSING, detail);
    }
}
