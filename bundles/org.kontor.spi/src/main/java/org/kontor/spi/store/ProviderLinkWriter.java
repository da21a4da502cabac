/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Optional;
import java.util.UUID;

/** Finds links to change them; they are written by {@link WriteTransaction#save(ProviderLinkChange)}. */
public interface ProviderLinkWriter extends ProviderLinkReader {
    /** Locked until the end of the transaction. */
    Optional<ProviderLink> locked(UUID id);
}
