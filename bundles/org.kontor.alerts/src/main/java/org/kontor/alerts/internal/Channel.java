/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

/** A way to tell people. Thread-safe. */
public interface Channel {
    /** {@code mail} or {@code webhook}. */
    String name();

    /** Where it goes, for people; never a secret. */
    String target();

    /** @throws ChannelException when it was not taken */
    void send(Letter letter);
}
