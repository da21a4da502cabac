/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.custom.Declaration;
import org.kontor.api.record.RecordType;

/** The custom fields that are declared. Where none are, nothing is asked of the database. */
public interface CustomFieldReader {
    Optional<Declaration> byId(UUID id);

    /**
     * What counts for the records of each of these accounts.
     *
     * @return by account, and of each by key
     */
    Map<UUID, Map<String, Declaration>> of(RecordType type, Collection<UUID> accounts);

    /**
     * Those of an account, of the accounts above it and of those below it, by type and key.
     *
     * @param type null for all
     */
    List<Declaration> around(RecordType type, UUID account);

    /** How many records have a value. */
    long values(UUID declaration);

    /**
     * How many records of a subtree have a value.
     *
     * @param top the account whose subtree it is; its own record counts, too
     */
    long values(Declaration declaration, UUID top);
}
