/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.Optional;
import java.util.UUID;

/** How mails and pages look as it is set now. Thread-safe. */
public interface Branding {
    /** That of the installation. */
    Brand brand();

    /** What counts for the account: that of the nearest partner, what it leaves out from above it. */
    Brand brand(UUID account);

    /** A logo of the installation or of a partner, by its {@linkplain Brand.Logo#digest() digest}. */
    Optional<Brand.Logo> logo(String digest);

    /** {@code en} or {@code fr}, for those of whom no other is known. */
    String language();
}
