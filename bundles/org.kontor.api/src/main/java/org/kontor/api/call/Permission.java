/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

/** What a {@link Role} allows (requirement P6). */
public enum Permission {
    /** To read customers, locations and all that is known of their synchronisation. */
    READ,
    /** To create and change customers and locations, and to decide what waits of them. */
    WRITE,
    /** To call the hooks of routes. */
    INTEGRATE,
    /** To look after the installation: its people and connections. */
    ADMINISTER
}
