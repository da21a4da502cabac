/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.time.Duration;

/** Is told of every request that the door answered, refused ones included (X4). Thread-safe, quick, throws nothing. */
public interface RequestObserver {
    /**
     * @param door through what it came: {@code REST}, {@code SOAP}, or {@code OTHER} for the rest below {@link Door#PATH}
     * @param operation as noted by {@link Door#calls}; {@code -} when it did not get as far as that
     * @param status of HTTP
     */
    void answered(String door, String operation, int status, Duration took);
}
