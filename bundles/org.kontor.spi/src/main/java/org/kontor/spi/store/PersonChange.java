/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;

/**
 * A change of a person with what the audit may show of it.
 *
 * @param before null at creation
 */
public record PersonChange(Person before, Person after, AuditAction action, List<FieldChange> shown) {
    public PersonChange {
        shown = List.copyOf(shown);
    }
}
