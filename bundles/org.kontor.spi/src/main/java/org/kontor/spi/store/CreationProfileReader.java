/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.profile.CreationProfile;
import org.kontor.api.record.RecordType;

/** The creation profiles of accounts. Where there are none, nothing is asked of the database. */
public interface CreationProfileReader {
    /** What counts for the records of each of these accounts: its own, or the nearest above it. */
    Map<UUID, CreationProfile> of(RecordType type, Collection<UUID> accounts);

    /** The account's own. */
    Optional<CreationProfile> own(RecordType type, UUID account);
}
