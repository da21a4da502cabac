/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.profile;

import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;

/**
 * Looks after the creation profiles of accounts (requirement C1). One counts for what its account manages, and for what the accounts
 * below it manage, as far as none of these has its own for the type: the nearest one counts. It is asked of records that are made by
 * hand or from a file; what synchronisation brings arrives as it is, and what is there already stays changeable. Each change is one
 * transaction with its audit entry. Implementations are thread-safe.
 */
public interface CreationProfiles {
    /** Greatest number of fields that a profile names. */
    int MAX_FIELDS = 50;

    /**
     * Those that count for the account of the call, by type: its own, or the nearest above it.
     *
     * @throws KontorException {@code access_denied}
     */
    List<CreationProfile> list(CallContext context);

    /**
     * The one that counts for the account of the call.
     *
     * @throws KontorException {@code not_found} when nothing is asked, {@code access_denied}
     */
    CreationProfile get(CallContext context, RecordType type);

    /**
     * Sets the profile of the account of the call; the same again writes nothing.
     *
     * @param fields paths; none: nothing is asked here
     * @param regionWhereSubdivided whether the address must have a region where its country has any
     * @throws KontorException {@code invalid_input} with all violations at once, {@code access_denied}
     */
    CreationProfile put(CallContext context, RecordType type, List<String> fields, boolean regionWhereSubdivided);

    /**
     * Deletes the profile of the account of the call; what an account above asks counts again.
     *
     * @throws KontorException {@code not_found} when the account has none of its own, {@code access_denied}
     */
    void delete(CallContext context, RecordType type);
}
