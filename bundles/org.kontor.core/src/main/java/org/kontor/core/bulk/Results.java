/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.List;

import org.kontor.api.bulk.BulkResult;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.spi.record.Written;

/** What a caller is told of a row. Stateless. */
final class Results {
    private Results() {}

    static BulkResult of(RecordType type, Written written) {
        if (written.refusal() != null) {
            return refused(type, written.refusal());
        }
        BusinessRecord record = written.record();
        return new BulkResult(
                type,
                Outcome.of(written.action()),
                record.id(),
                record.code(),
                record.version(),
                null,
                null,
                List.of());
    }

    static BulkResult refused(RecordType type, KontorException refusal) {
        return new BulkResult(
                type,
                Outcome.REFUSED,
                null,
                null,
                0,
                refusal.code().code(),
                refusal.getMessage(),
                refusal.violations());
    }
}
