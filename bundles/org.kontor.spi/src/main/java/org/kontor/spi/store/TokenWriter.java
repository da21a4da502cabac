/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The bookkeeping of tokens. They are made and revoked by {@link WriteTransaction#save(TokenChange)}. */
public interface TokenWriter extends TokenReader {
    /** Notes that a token was used; nothing when a use after the other moment is noted already. */
    void used(UUID id, Instant at, Instant unlessAfter);

    /** Forgets tokens; their audit stays. */
    void forget(Collection<UUID> ids);
}
