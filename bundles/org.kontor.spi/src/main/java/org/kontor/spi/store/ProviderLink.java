/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.MspLinkState;

/**
 * A link between an account and a provider, as it is stored (A9).
 *
 * @param asker the person who asked
 * @param agreedForAccount the person who agreed for the account, or null
 * @param agreedForProvider the person who agreed for the provider, or null
 */
public record ProviderLink(
        UUID id,
        UUID account,
        String accountName,
        UUID provider,
        String providerName,
        MspLinkState state,
        MspLinkSide askedBy,
        UUID asker,
        UUID agreedForAccount,
        UUID agreedForProvider,
        Instant requested,
        Instant answered,
        Instant ended,
        long version) {
    /** Whether the side has agreed. */
    public boolean isAgreedBy(MspLinkSide side) {
        return (side == MspLinkSide.ACCOUNT ? agreedForAccount : agreedForProvider) != null;
    }

    /** The same once a person agreed for a side: active when both have. */
    public ProviderLink agreed(MspLinkSide side, UUID person, Instant now) {
        UUID account = side == MspLinkSide.ACCOUNT ? person : agreedForAccount;
        UUID provider = side == MspLinkSide.PROVIDER ? person : agreedForProvider;
        boolean both = account != null && provider != null;
        return changed(both ? MspLinkState.ACTIVE : MspLinkState.REQUESTED, account, provider, both ? now : null, null);
    }

    /** The same in one of the states in which it ends. */
    public ProviderLink over(MspLinkState newState, Instant now) {
        return newState == MspLinkState.DECLINED
                ? changed(newState, agreedForAccount, agreedForProvider, now, null)
                : changed(newState, agreedForAccount, agreedForProvider, answered, now);
    }

    private ProviderLink changed(
            MspLinkState newState, UUID forAccount, UUID forProvider, Instant newAnswered, Instant newEnded) {
        return new ProviderLink(
                id,
                account,
                accountName,
                provider,
                providerName,
                newState,
                askedBy,
                asker,
                forAccount,
                forProvider,
                requested,
                newAnswered,
                newEnded,
                version + 1);
    }
}
