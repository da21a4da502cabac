/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.util.function.Function;

import org.kontor.api.call.CallContext;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Does work, tells what came of it, and takes all of it back. Stateless. */
final class Review {
    private Review() {}

    static <T> T of(UnitOfWork unitOfWork, CallContext context, Function<WriteTransaction, T> work) {
        try {
            return unitOfWork.write(context.withRequest(null), transaction -> {
                throw new TakenBack(work.apply(transaction));
            });
        } catch (TakenBack told) {
            @SuppressWarnings("unchecked") // what the work gave, just now
            T result = (T) told.result;
            return result;
        }
    }

    /** Ends the transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Object result;

        private TakenBack(Object result) {
            super("A review, taken back", null, false, false);
            this.result = result;
        }
    }
}
