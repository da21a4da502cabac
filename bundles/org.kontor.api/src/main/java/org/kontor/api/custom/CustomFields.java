/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.custom;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;

/**
 * Looks after the custom fields of accounts (requirement C9). An account sees those that count for records it sees: its own, those of
 * accounts above it and those of accounts below. It changes its own alone. Each change is one transaction with its audit entry.
 * Implementations are thread-safe.
 */
public interface CustomFields {
    /** Greatest number of custom fields that an account declares for a type of records. */
    int MAX_OF_TYPE = 50;

    /** Greatest number of values that a choice lists. */
    int MAX_CHOICES = 100;

    /**
     * By type of records and key.
     *
     * @param type null for all
     * @throws KontorException {@code access_denied}
     */
    List<Declaration> list(CallContext context, RecordType type);

    /** @throws KontorException {@code not_found}, {@code access_denied} */
    Declaration get(CallContext context, UUID id);

    /**
     * Declares a field in the caller's account.
     *
     * @throws KontorException {@code invalid_input} with all violations at once, {@code access_denied}
     */
    Declaration declare(CallContext context, NewDeclaration declaration);

    /**
     * Changes what can be changed; what changes nothing writes nothing.
     *
     * @param version the version the change is based on
     * @throws KontorException {@code stale_version}, {@code not_found}, {@code invalid_input}, {@code access_denied}
     */
    Declaration change(CallContext context, UUID id, long version, DeclarationEdit edit);

    /**
     * Archives or un-archives. Already so: nothing is written.
     *
     * @param version the version it is based on, or null for whatever it is now
     * @throws KontorException {@code stale_version}, {@code not_found}, {@code access_denied}
     */
    Declaration setArchived(CallContext context, UUID id, Long version, boolean archived);

    /**
     * Deletes a field of which no record has a value.
     *
     * @param version the version it is based on
     * @throws KontorException {@code in_use} with the number of records that have a value, {@code stale_version}, {@code not_found},
     *     {@code access_denied}
     */
    void delete(CallContext context, UUID id, long version);
}
