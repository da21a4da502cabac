/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.sync.Braked;

/** Reads which runs were stopped by a brake. */
public interface BrakeReader {
    /** @param connection or null for all */
    List<Braked> of(String connection);
}
