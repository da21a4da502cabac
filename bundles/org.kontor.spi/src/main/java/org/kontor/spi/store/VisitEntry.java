/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit to the portal of an account.
 *
 * @param codeHash in the form of {@code org.kontor.core}; never shown, never audited
 * @param redeemed null while the portal has not asked for it
 */
public record VisitEntry(UUID id, UUID account, UUID person, String codeHash, Instant expires, Instant redeemed) {
    public VisitEntry withRedeemed(Instant at) {
        return new VisitEntry(id, account, person, codeHash, expires, at);
    }

    @Override
    public String toString() {
        return "visit " + id;
    }
}
