/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Collection;
import java.util.Set;

import org.kontor.api.record.RecordType;

/** Which records of an external system are there. A connector implements it. Called by one thread at a time. */
public interface RemoteKeys {
    RecordType type();

    /**
     * Those of the records that are there, archived or not.
     *
     * @param externalIds at most {@value KeySweep#PAGE}
     * @throws org.kontor.api.error.KontorException {@code unavailable} when the system does not answer
     */
    Set<String> present(Collection<String> externalIds);
}
