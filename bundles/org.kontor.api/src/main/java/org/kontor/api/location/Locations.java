/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.location;

import org.kontor.api.record.RecordService;

/**
 * Locations (requirements C5, C6). Moving one to another customer is refused; a parent must be a location of the same
 * customer, without a cycle and at most {@value #MAX_DEPTH} deep.
 */
public interface Locations extends RecordService<Location> {
    int MAX_DEPTH = 20;
}
