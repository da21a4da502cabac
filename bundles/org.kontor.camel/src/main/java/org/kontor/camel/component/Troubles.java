/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.camel.Monitor;

/** What is wrong with the consumers of one connection: the oldest trouble is told. Thread-safe. */
final class Troubles {
    private final Monitor monitor;
    private final Map<Object, String> messages = new LinkedHashMap<>();

    Troubles(Monitor monitor) {
        this.monitor = monitor;
    }

    synchronized void tell(Object who, String message) {
        messages.put(who, message);
        monitor.waiting(messages.values().iterator().next());
    }

    /** It did something well. */
    synchronized void well(Object who) {
        messages.remove(who);
        if (messages.isEmpty()) {
            monitor.idle();
        } else {
            monitor.waiting(messages.values().iterator().next());
        }
    }
}
