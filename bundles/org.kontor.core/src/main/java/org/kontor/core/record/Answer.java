/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

/** How an answer is kept as text. */
public interface Answer<T> {
    /** Customers and locations as they were when they were answered. */
    Answer<java.util.List<org.kontor.api.record.BusinessRecord>> RECORDS = new RecordsAnswer();

    String write(T answer);

    T read(String text);
}
