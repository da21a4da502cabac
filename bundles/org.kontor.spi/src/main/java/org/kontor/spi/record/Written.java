/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;

/**
 * What became of a {@link Draft}: refused, unchanged or written.
 *
 * @param record the record as it is now; null when refused
 * @param action what was written; null when refused or unchanged
 * @param refusal why nothing was written; else null
 */
public record Written(BusinessRecord record, AuditAction action, KontorException refusal) {
    public static Written refused(KontorException refusal) {
        return new Written(null, null, refusal);
    }
}
