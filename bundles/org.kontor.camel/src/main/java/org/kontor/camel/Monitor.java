/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

/** Where the routes of a connection tell how they do; shown by {@code connections}. Thread-safe. */
public interface Monitor {
    /** A run is under way. */
    void running();

    /** The external system was read to its end. */
    void idle();

    /** A run ended badly, though the external system answers; the run tells why. */
    void runFailed();

    /**
     * The external system does not answer; it will be tried again.
     *
     * @param message for an administrator: what was tried and what came back; never a secret
     */
    void waiting(String message);

    /**
     * Nothing can be read until an administrator mends something; the routes go on looking whether that was done.
     *
     * @param message for an administrator: what is wrong, and where; never a secret
     */
    void failed(String message);

    /** Something to mend though the connection works; shown while nothing else is. Null takes it away. */
    void note(String message);
}
