/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** What a connection is doing. */
public enum ConnectionState {
    /** Its configuration is there, but not yet what it needs (connector, database). */
    STARTING,
    /** Up; nothing to do at the moment. */
    IDLE,
    /** A run is under way. */
    RUNNING,
    /** The external system does not answer; it is tried again. */
    WAITING,
    /** The configuration is wrong; see the message. */
    FAILED,
    /** Stopped by a person; stays so, also after a restart, until it is started. */
    STOPPED,
    /** A person holds it: nothing is read or sent by schedule; stays so, also after a restart, until it is resumed. */
    PAUSED
}
