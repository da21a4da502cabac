/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.brand;

import java.io.InputStream;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;

/**
 * Looks after the brands of partners (requirement P2): that of the account that the call is made for. It shows in mails and pages about
 * the account and about those below it, as far as none of these has its own; what a brand leaves out comes from the nearest partner
 * above, at last from the installation. Each change is one transaction with its audit entry. Implementations are thread-safe.
 */
public interface Brands {
    /** Greatest size of a logo in bytes. */
    int MAX_LOGO = 200_000;

    /**
     * What the account itself says.
     *
     * @throws KontorException {@code not_found} when that is nothing, {@code access_denied}
     */
    AccountBrand get(CallContext context);

    /**
     * Sets all of it but the logo, which stays; the same again writes nothing.
     *
     * @param version that the change is based on; null when there is none yet
     * @throws KontorException {@code invalid_input} with all violations at once, {@code version_required}, {@code stale_version},
     *     {@code access_denied}, {@code account_closed}, {@code archived}
     */
    AccountBrand put(CallContext context, Long version, BrandParts parts);

    /**
     * Sets the logo: PNG, JPEG, or an SVG that draws and does nothing else.
     *
     * @param version that the change is based on; null when there is no brand yet
     * @throws KontorException as {@link #put}; {@code body_too_large}
     */
    AccountBrand putLogo(CallContext context, Long version, InputStream bytes);

    /**
     * Takes the logo away: that of above counts again.
     *
     * @throws KontorException {@code not_found}, {@code stale_version}, {@code access_denied}
     */
    AccountBrand removeLogo(CallContext context, long version);

    /**
     * The bytes of the account's own logo.
     *
     * @throws KontorException {@code not_found}, {@code access_denied}
     */
    byte[] logo(CallContext context);

    /**
     * Deletes all of it: what stands above counts again.
     *
     * @throws KontorException {@code not_found}, {@code stale_version}, {@code access_denied}
     */
    void delete(CallContext context, long version);
}
