/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.function.Function;

import org.kontor.api.call.CallContext;

/**
 * The one gate to the database. READ COMMITTED; thread-safe. The work may run several times (deadlocks and serialisation
 * failures are tried again), so it must have no effect outside its transaction; it does no other I/O and opens no second
 * unit of work inside.
 */
public interface UnitOfWork {
    /**
     * Runs the work in a transaction and commits; any exception rolls back.
     *
     * @throws org.kontor.api.error.KontorException {@code code_taken} or {@code database_refused} when a constraint says so
     */
    <T> T write(CallContext context, Function<WriteTransaction, T> work);

    <T> T read(Function<ReadTransaction, T> work);
}
