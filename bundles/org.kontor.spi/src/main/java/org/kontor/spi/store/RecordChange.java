/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Objects;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.record.BusinessRecord;

/**
 * One change of one record.
 *
 * @param before the stored record, or null at creation
 * @param after the record as it shall be
 */
public record RecordChange(BusinessRecord before, BusinessRecord after, AuditAction action) {
    public RecordChange {
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(action, "action");
    }
}
