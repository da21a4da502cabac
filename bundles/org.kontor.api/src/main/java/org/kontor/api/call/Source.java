/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.Objects;

/**
 * Through what a call came (requirement U1).
 *
 * @param door the kind of door
 * @param name for a connection its name, else null
 */
public record Source(Door door, String name) {
    /** The doors of Kontor. */
    public enum Door {
        REST,
        SOAP,
        CONSOLE,
        SHELL,
        CONNECTION,
        SYSTEM
    }

    public static final Source REST = new Source(Door.REST, null);
    public static final Source SOAP = new Source(Door.SOAP, null);
    public static final Source SHELL = new Source(Door.SHELL, null);
    /** Kontor itself: start-up and housekeeping. */
    public static final Source SYSTEM = new Source(Door.SYSTEM, null);

    public Source {
        Objects.requireNonNull(door, "door");
    }

    public static Source connection(String name) {
        return new Source(Door.CONNECTION, Objects.requireNonNull(name, "name"));
    }

    /** How the source is written in audit and stamps: {@code REST}, or {@code CONNECTION:tryton}. */
    @Override
    public String toString() {
        return name == null ? door.name() : door + ":" + name;
    }
}
