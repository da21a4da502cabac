/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Map;

import org.kontor.api.account.Account;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.Outbound;

/**
 * Lets a record go that connections know (requirement S8): those that write to their systems delete it there. Of one that only
 * reads it would come back, so it cannot be deleted here. Used inside one transaction.
 */
record LinkedDeletion(WriteTransaction transaction, BusinessRecord record) {
    /** @throws org.kontor.api.error.KontorException {@code in_use} */
    void prepare() {
        RecordType type = record.type();
        if (transaction.pending().isBegun(type, record.id())) {
            // nobody knows yet whether it is there
            throw Records.inUse(record, "is just being created in another system");
        }
        for (CrossReference reference : linked()) {
            Map<String, Link> links =
                    transaction.sync().links(reference.connection(), type, List.of(reference.externalId()));
            if (links.values().stream().allMatch(Link::gone)) {
                continue; // there is nothing left of it there
            }
            if (!sends(reference.connection())) {
                throw Records.inUse(record, "is kept in step with '" + reference.connection() + "'");
            }
            transaction
                    .deletions()
                    .add(
                            reference.connection(),
                            type,
                            new Deletion(reference.externalId(), record.id(), record.code(), Deletion.State.DUE));
        }
        transaction.sync().dropLinks(type, record.id());
    }

    /** Connections are for what the operator itself manages (requirement A3): whatever else says of them counts for nothing there. */
    private List<CrossReference> linked() {
        return record.header().managingAccount().equals(Account.OPERATOR) ? record.crossReferences() : List.of();
    }

    private boolean sends(String connection) {
        return transaction
                .feedPositions()
                .position(Outbound.consumer(connection, record.type()))
                .isPresent();
    }
}
