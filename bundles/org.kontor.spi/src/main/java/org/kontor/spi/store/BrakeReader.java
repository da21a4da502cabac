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

    /**
     * Those of looks for what is not there any more, or those of readings.
     *
     * @param sweep which
     */
    List<Braked> of(String connection, boolean sweep);
}
