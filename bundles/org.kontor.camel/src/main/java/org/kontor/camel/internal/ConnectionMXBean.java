/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

/** A connection as JMX shows it, as {@code org.kontor:type=Connection,name=NAME}; times are ISO 8601, in UTC. */
public interface ConnectionMXBean {
    String getConnector();

    /** STARTING, IDLE, RUNNING, WAITING, FAILED, STOPPED or PAUSED. */
    String getState();

    String getSince();

    /** What is wrong or waited for; null when all is well. */
    String getMessage();

    /** When the external system was last read to its end, or null. */
    String getLastSuccess();
}
