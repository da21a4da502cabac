/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.kontor.api.bulk.BulkResult;
import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.rest.internal.problem.Problem;

/** The lines of an answer to a bulk. */
final class BulkJson {
    private BulkJson() {}

    /**
     * What became of a row.
     *
     * @param row number of its line, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Result(
            long row,
            RecordType record,
            Outcome outcome,
            UUID id,
            String code,
            Long version,
            String error,
            String message,
            List<Violation> violations) {
        static Result of(long row, BulkResult result) {
            return new Result(
                    row,
                    result.type(),
                    result.outcome(),
                    result.id(),
                    result.code(),
                    result.id() == null ? null : result.version(),
                    result.error(),
                    result.message(),
                    result.violations());
        }
    }

    /** The last line of an answer that is whole. */
    record End(Summary summary) {
        static End of(Map<Outcome, Long> counts) {
            return new End(new Summary(
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    counts.getOrDefault(Outcome.CREATED, 0L),
                    counts.getOrDefault(Outcome.UPDATED, 0L),
                    counts.getOrDefault(Outcome.ARCHIVED, 0L),
                    counts.getOrDefault(Outcome.UNARCHIVED, 0L),
                    counts.getOrDefault(Outcome.UNCHANGED, 0L),
                    counts.getOrDefault(Outcome.REFUSED, 0L)));
        }
    }

    record Summary(
            long rows, long created, long updated, long archived, long unarchived, long unchanged, long refused) {}

    /** The last line of an answer that broke off: what was told is written, of the rest nothing is known. */
    record Broken(Problem problem) {}
}
