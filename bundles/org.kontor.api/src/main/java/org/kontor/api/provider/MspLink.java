/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A link between a customer's account and a managed service provider (A9).
 *
 * @param account the customer's; without its name for a provider that asked, until the link is active
 * @param provider the partner
 * @param waitsFor who has yet to agree; empty unless it is {@code REQUESTED}
 * @param answered when it became active or was declined; else null
 * @param ended when it was taken back or revoked; else null
 */
public record MspLink(
        UUID id,
        Party account,
        Party provider,
        MspLinkState state,
        MspLinkSide askedBy,
        List<MspLinkSide> waitsFor,
        Instant requested,
        Instant answered,
        Instant ended) {
    public MspLink {
        waitsFor = List.copyOf(waitsFor);
    }
}
