/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

/**
 * A portal, as it was just set up or changed.
 *
 * @param secret with which the portal redeems codes; null when it is still the one that was told before
 */
public record PortalWithSecret(Portal portal, String secret) {
    @Override
    public String toString() {
        return portal.toString();
    }
}
