/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.alert;

import java.util.Collection;
import java.util.Set;

/**
 * Adds kinds of alerts; a service (requirement S16). It is asked again and again what holds: who asks sees what began and what
 * ended, remembers it across restarts, and tells people once each. Thread-safe, answers in a second or so.
 */
public interface AlertSource {
    /** The kinds it speaks for: one of them ends when the source is there and does not name it any more. */
    Set<String> kinds();

    /** What holds now. What it throws is as if it were not there. */
    Collection<Condition> conditions();
}
