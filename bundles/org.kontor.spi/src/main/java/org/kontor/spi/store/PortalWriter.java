/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The bookkeeping of visits. Portals and visits are changed by {@link WriteTransaction}. */
public interface PortalWriter extends PortalReader {
    /** The visit, locked until the end of the transaction. */
    Optional<VisitEntry> lockedVisit(String codeHash);

    /** Forgets visits to the account that expired before; their audit stays. */
    void forgetVisits(UUID account, Instant expiredBefore);
}
