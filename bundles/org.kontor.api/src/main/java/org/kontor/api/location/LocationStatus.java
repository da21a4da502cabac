/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

/** Whether a location is in use. */
public enum LocationStatus {
    PLANNED,
    ACTIVE,
    CLOSED
}
