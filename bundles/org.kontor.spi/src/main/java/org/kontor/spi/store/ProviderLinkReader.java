/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.provider.MspLinkState;

/** Finds links between accounts and providers (A9). */
public interface ProviderLinkReader {
    Optional<ProviderLink> byId(UUID id);

    /** The one that is requested or active; there is at most one. */
    Optional<ProviderLink> open(UUID account, UUID provider);

    /** The last one that was made, whatever became of it. */
    Optional<ProviderLink> newest(UUID account, UUID provider);

    /**
     * Those of an account, newest first.
     *
     * @param asProviderToo whether also those in which it is the provider
     * @param state null does not restrict
     * @param before the id behind which the page begins, or null
     */
    List<ProviderLink> of(UUID account, boolean asProviderToo, MspLinkState state, UUID before, int limit);
}
