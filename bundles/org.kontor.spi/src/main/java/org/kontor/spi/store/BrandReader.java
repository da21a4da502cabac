/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.brand.AccountBrand;

/** The brands of partners. */
public interface BrandReader {
    /** The account's own. */
    Optional<AccountBrand> own(UUID account);

    /** What counts for the account: its own and those above it, the nearest first. */
    List<AccountBrand> counting(UUID account);

    /** A logo by its digest, whosever it is. */
    Optional<LogoFile> logo(String sha256);

    /** A picture with its type. */
    record LogoFile(String mediaType, byte[] bytes) {}
}
