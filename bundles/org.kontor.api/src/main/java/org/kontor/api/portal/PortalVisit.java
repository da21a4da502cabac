/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

import java.time.Instant;

/**
 * The way into a portal.
 *
 * @param url with a code that counts once; to be opened by the person's own browser
 * @param expires until when
 */
public record PortalVisit(String url, Instant expires) {
    @Override
    public String toString() {
        return "visit until " + expires;
    }
}
