/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.function.Supplier;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** Services that come and go with the synchronisation feature. Stateless. */
final class Synchronising {
    private Synchronising() {}

    /** @throws KontorException {@code unavailable} while it is not installed */
    static <T> T present(Supplier<T> service) {
        T present = service.get();
        if (present == null) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "Synchronisation is not installed.");
        }
        return present;
    }
}
