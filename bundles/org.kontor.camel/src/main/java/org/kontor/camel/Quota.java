/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.LocalDate;

/** Counts the calls of a connection by day, so that the count outlives a restart. Thread-safe. */
@FunctionalInterface
public interface Quota {
    /** Without a limit. */
    Quota NONE = day -> true;

    /** Counts a call on that day (UTC), unless the day's are used up. */
    boolean take(LocalDate day);
}
