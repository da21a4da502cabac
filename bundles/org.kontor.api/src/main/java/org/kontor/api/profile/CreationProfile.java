/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.profile;

import java.util.List;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * What records of one type must have when they are made by hand (requirement C1). Immutable.
 *
 * @param account the account whose profile it is
 * @param fields paths of fields; none: nothing more is asked, whatever an account above asks
 * @param regionWhereSubdivided whether the address must have a region where its country has any
 * @param version how often it was set
 */
public record CreationProfile(
        UUID id,
        UUID account,
        RecordType recordType,
        List<String> fields,
        boolean regionWhereSubdivided,
        long version) {
    public CreationProfile {
        fields = List.copyOf(fields);
    }
}
