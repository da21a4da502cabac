/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
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
        RequestKey request = forAccount(context);
        Optional<String> answered = transaction.answers().claim(context.actor().id(), request);
        if (answered.isPresent()) {
            request.repeated().run();
            return form.read(answered.get());
        }
        T result = work.get();
        transaction.answers().remember(context.actor().id(), request, form.write(result));
        return result;
    }

    /** The same request for another account is another request. */
    private static RequestKey forAccount(CallContext context) {
        RequestKey request = context.request();
        try {
            byte[] whole = (context.scope() + "\n" + request.digest()).getBytes(StandardCharsets.UTF_8);
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
            return new RequestKey(request.key(), digest, request.repeated());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
