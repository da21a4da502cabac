/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.Map;
import java.util.UUID;

import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.spi.record.Draft;

/**
 * The accounts that would manage the records of drafts: a new one is made in the account of the call, but a location where its
 * customer is managed. Immutable.
 */
final class Homes {
    private final UUID scope;
    private final Map<UUID, BusinessRecord> customers;

    /** @param customers those of new locations, by id */
    Homes(UUID scope, Map<UUID, BusinessRecord> customers) {
        this.scope = scope;
        this.customers = customers;
    }

    UUID of(Draft draft) {
        if (draft.account() != null) {
            return draft.account();
        }
        if (draft.existing() != null) {
            return draft.existing().header().managingAccount();
        }
        UUID customer = customer(draft);
        return customer != null && customers.containsKey(customer)
                ? customers.get(customer).header().managingAccount()
                : scope;
    }

    /** The customer of a new location as it was given; null when that is no id. */
    static UUID customer(Draft draft) {
        Object raw = draft.changes().get(LocationField.CUSTOMER);
        if (raw instanceof UUID id) {
            return id;
        }
        try {
            return raw == null ? null : UUID.fromString(raw.toString());
        } catch (IllegalArgumentException e) {
            return null; // told as what it is when the fields are checked
        }
    }
}
