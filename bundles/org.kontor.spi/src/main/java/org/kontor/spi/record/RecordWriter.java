/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.WriteTransaction;

/**
 * Checks drafts against all rules and writes those that meet them. One record or a thousand: the rules are the same and
 * are checked in sets, with a number of queries that does not grow with the drafts. Thread-safe.
 */
public interface RecordWriter {
    /**
     * @param drafts of one type; no two for the same record; a parent location stands before its children
     * @return one answer per draft, in order; a refused draft does not keep the others from being written
     */
    List<Written> write(CallContext context, WriteTransaction transaction, RecordType type, List<Draft> drafts);

    /** Whether a raw value is, by the rules of the field, the very same as a checked one. */
    boolean isSame(Field field, Object raw, Object checked);
}
