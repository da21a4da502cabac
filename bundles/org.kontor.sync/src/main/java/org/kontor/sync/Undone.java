/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.function.Function;

import org.kontor.api.call.CallContext;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Does something in a transaction and takes it all back: what it would have done is told by the very code that does it. */
final class Undone {
    private Undone() {}

    /** Carries the answer out of the transaction that it undoes. */
    private static final class Back extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object answer;

        Back(Object answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    @SuppressWarnings("unchecked") // it is what the work gave
    static <T> T of(UnitOfWork unitOfWork, CallContext context, Function<WriteTransaction, T> work) {
        try {
            unitOfWork.write(context, transaction -> {
                throw new Back(work.apply(transaction));
            });
            throw new IllegalStateException("It was not undone");
        } catch (Back back) {
            return (T) back.answer;
        }
    }
}
