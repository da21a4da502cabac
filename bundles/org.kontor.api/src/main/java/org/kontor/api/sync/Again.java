/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.List;

import org.kontor.api.error.KontorException;

/**
 * What of an external system is to be read once more, although nothing says that it changed. Where the connection stands is
 * not touched by it (requirement S3). One of: records, a time of change, everything.
 *
 * @param records external ids, at most {@value #MAX_RECORDS}; empty for another kind
 * @param changedFrom records that were changed there at this time or later; null for another kind
 * @param changedTo and before this time; null like changedFrom
 * @param full everything
 */
public record Again(List<String> records, Instant changedFrom, Instant changedTo, boolean full) {
    /** Records that one request may name. */
    public static final int MAX_RECORDS = 1000;

    private static final int MAX_ID = 200;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws KontorException {@code invalid_input} when it is none or several of the three, or a part is wrong */
    public Again {
        records = records == null ? List.of() : List.copyOf(records);
        boolean range = changedFrom != null || changedTo != null;
        int kinds = (records.isEmpty() ? 0 : 1) + (range ? 1 : 0) + (full ? 1 : 0);
        if (kinds != 1) {
            throw KontorException.invalid(
                    "records", "one_of", "Give one of: records, changedFrom and changedTo, full.", null);
        }
        if (records.size() > MAX_RECORDS) {
            throw KontorException.invalid(
                    "records", "too_many", "Must be at most " + MAX_RECORDS + ".", String.valueOf(records.size()));
        }
        for (String id : records) {
            if (id.isBlank() || id.length() > MAX_ID) {
                throw KontorException.invalid(
                        "records", "too_long", "Must be external ids of 1 to " + MAX_ID + " characters.", null);
            }
        }
        if (range) {
            check("changedFrom", changedFrom);
            check("changedTo", changedTo);
            if (!changedFrom.isBefore(changedTo)) {
                throw KontorException.invalid(
                        "changedTo", "out_of_range", "Must be after changedFrom.", changedTo.toString());
            }
        }
    }

    private static void check(String field, Instant moment) {
        if (moment == null) {
            throw KontorException.invalid(field, "required", "Give both changedFrom and changedTo.", null);
        }
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw KontorException.invalid(
                    field, "out_of_range", "Must be from " + FIRST + " to " + LAST + ".", moment.toString());
        }
    }

    public static Again records(List<String> externalIds) {
        return new Again(externalIds, null, null, false);
    }

    /** @param to excluded */
    public static Again changed(Instant from, Instant to) {
        return new Again(List.of(), from, to, false);
    }

    public static Again everything() {
        return new Again(List.of(), null, null, true);
    }

    /** The field that says what is asked for. */
    public String field() {
        return full ? "full" : records.isEmpty() ? "changedFrom" : "records";
    }
}
