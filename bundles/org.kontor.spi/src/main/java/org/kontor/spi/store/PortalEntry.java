/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import org.kontor.api.portal.Portal;

/**
 * A portal with what it shows.
 *
 * @param secretHash in the form of {@code org.kontor.core}; never shown, never audited
 */
public record PortalEntry(Portal portal, String secretHash) {
    @Override
    public String toString() {
        return portal.toString();
    }
}
