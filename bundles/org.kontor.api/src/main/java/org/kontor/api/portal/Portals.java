/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

import java.util.Optional;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/**
 * Which account has a portal, and where. Set by those who manage the account; every change is audited, without the secret.
 * Thread-safe.
 */
public interface Portals {
    int MAX_URL = 1000;

    /** @throws org.kontor.api.error.KontorException {@code not_found} when the call does not see the account; {@code access_denied} */
    Optional<Portal> get(CallContext context, UUID account);

    /**
     * Sets a portal up, or moves it: then the secret stays.
     *
     * @param version the one that the change is based on; null when there is none yet
     * @param url by https; by http on the own machine alone
     * @throws org.kontor.api.error.KontorException {@code invalid_input}, {@code not_found}, {@code access_denied}, {@code
     *     stale_version}, {@code account_closed}, {@code archived}
     */
    PortalWithSecret set(CallContext context, UUID account, Long version, String url);

    /**
     * Gives the portal another secret; the one from before does not count any more.
     *
     * @param version null for whatever it is
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code stale_version}
     */
    PortalWithSecret renewSecret(CallContext context, UUID account, Long version);

    /**
     * Takes the portal away. Codes that were not redeemed end.
     *
     * @param version null for whatever it is
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code stale_version}
     */
    void remove(CallContext context, UUID account, Long version);
}
