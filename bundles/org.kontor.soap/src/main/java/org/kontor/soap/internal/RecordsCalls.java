/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.function.Consumer;
import java.util.function.Function;

import javax.servlet.http.HttpServletRequest;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.http.Door;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.NotFoundFault;

/** Does the work of an operation for its caller; a refusal becomes a fault of those that such operations declare. */
final class RecordsCalls {
    private RecordsCalls() {}

    static <T> T list(Function<CallContext, T> work) throws InvalidInputFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(Called.by(http));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    static <T> T read(Function<CallContext, T> work) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        return read(caller -> {}, work);
    }

    /** @param right refuses who may not, before anything else */
    static <T> T read(Consumer<CallContext> right, Function<CallContext, T> work)
            throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(allowed(http, right));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfNotFound();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    private static CallContext allowed(HttpServletRequest http, Consumer<CallContext> right) {
        CallContext caller = Called.by(http);
        right.accept(caller);
        return caller;
    }

    /** Who may not write is told so before anything else. */
    static <T> T create(Function<CallContext, T> work) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(allowed(http, CallContext::requireWriter));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfConflict();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    /** Who may not write is told so before anything else. */
    static <T> T change(Function<CallContext, T> work)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        return change(CallContext::requireWriter, work);
    }

    /** @param right refuses who may not, before anything else */
    static <T> T change(Consumer<CallContext> right, Function<CallContext, T> work)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(allowed(http, right));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfNotFound();
            faults.throwIfConflict();
            faults.throwIfDenied();
            throw faults.other();
        }
    }
}
