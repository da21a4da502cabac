/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.Optional;
import java.util.function.Supplier;

import org.kontor.api.call.CallContext;
import org.kontor.spi.store.WriteTransaction;

/** Does a request that carries a key once: sent again, it is answered from memory (V1). Stateless. */
public final class Once {
    private Once() {}

    /**
     * @param work is done unless it was done under this key before; what it refuses is not remembered
     * @throws org.kontor.api.error.KontorException {@code idempotency_conflict}
     */
    public static <T> T run(CallContext context, WriteTransaction transaction, Answer<T> form, Supplier<T> work) {
        if (context.request() == null) {
            return work.get();
        }
        context.requireWriter();
        Optional<String> answered = transaction.answers().claim(context.actor().id(), context.request());
        if (answered.isPresent()) {
            context.request().repeated().run();
            return form.read(answered.get());
        }
        T result = work.get();
        transaction.answers().remember(context.actor().id(), context.request(), form.write(result));
        return result;
    }
}
