/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

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
        HttpServletRequest http = Called.request();
        try {
            return work.apply(Called.by(http));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfNotFound();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    /** Who may not write is told so before anything else. */
    private static CallContext writer(HttpServletRequest http) {
        CallContext caller = Called.by(http);
        caller.requireWriter();
        return caller;
    }

    static <T> T create(Function<CallContext, T> work) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(writer(http));
        } catch (KontorException refusal) {
            RecordsFaults faults = new RecordsFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfConflict();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    static <T> T change(Function<CallContext, T> work)
            throws InvalidInputFault, NotFoundFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            return work.apply(writer(http));
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
