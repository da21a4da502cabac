/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

/** What a location is. A SPACE is a part of another location. */
public enum LocationType {
    HEADQUARTERS,
    OFFICE,
    PLANT,
    WAREHOUSE,
    STORE,
    SPACE,
    OTHER
}
