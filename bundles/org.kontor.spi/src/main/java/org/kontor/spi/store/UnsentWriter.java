/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.UUID;

import org.kontor.api.sync.UnsentQuery;

/** Makes due again what external systems did not take. Each call is a few statements, whatever the number. */
public interface UnsentWriter extends UnsentReader {
    /** @return how many of them were there */
    long retry(Collection<UUID> ids);

    /** @return how many fit */
    long retry(UnsentQuery query);
}
