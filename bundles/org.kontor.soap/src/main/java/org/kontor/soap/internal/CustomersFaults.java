/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.error.KontorException;
import org.kontor.soap.v1.AccessDenied;
import org.kontor.soap.v1.AccessDeniedFault;
import org.kontor.soap.v1.Conflict;
import org.kontor.soap.v1.ConflictFault;
import org.kontor.soap.v1.InvalidInput;
import org.kontor.soap.v1.InvalidInputFault;
import org.kontor.soap.v1.NotFound;
import org.kontor.soap.v1.NotFoundFault;
import org.kontor.soap.v1.Violation;

/** From a refusal to the faults of customers v1. An operation throws those it declares; {@link #other()} is the rest. */
final class CustomersFaults {
    private final KontorException refusal;
    private final FaultKind kind;
    private final String message;
    private final String correlation;

    CustomersFaults(KontorException refusal, String correlation) {
        this.refusal = refusal;
        this.kind = FaultKind.of(refusal.code());
        this.message = XmlText.of(refusal.getMessage());
        this.correlation = correlation;
    }

    static Exception invalidInput(KontorException refusal, String correlation) {
        return new CustomersFaults(refusal, correlation).invalidInput();
    }

    void throwIfInvalid() throws InvalidInputFault {
        if (kind == FaultKind.INVALID_INPUT) {
            throw invalidInput();
        }
    }

    private InvalidInputFault invalidInput() {
        InvalidInput info = new InvalidInput();
        info.setCode(refusal.code().code());
        info.setMessage(message);
        info.setCorrelation(correlation);
        refusal.violations().forEach(violation -> info.getViolation().add(violation(violation)));
        return new InvalidInputFault(message, info, refusal);
    }

    private static Violation violation(org.kontor.api.error.Violation broken) {
        Violation violation = new Violation();
        violation.setField(XmlText.of(broken.field()));
        violation.setRule(broken.rule());
        violation.setMessage(XmlText.of(broken.message()));
        violation.setValue(XmlText.of(broken.value()));
        return violation;
    }

    void throwIfNotFound() throws NotFoundFault {
        if (kind == FaultKind.NOT_FOUND) {
            NotFound info = new NotFound();
            info.setCode(refusal.code().code());
            info.setMessage(message);
            info.setCorrelation(correlation);
            throw new NotFoundFault(message, info, refusal);
        }
    }

    void throwIfConflict() throws ConflictFault {
        if (kind == FaultKind.CONFLICT) {
            Conflict info = new Conflict();
            info.setCode(refusal.code().code());
            info.setMessage(message);
            info.setCorrelation(correlation);
            throw new ConflictFault(message, info, refusal);
        }
    }

    void throwIfDenied() throws AccessDeniedFault {
        if (kind == FaultKind.ACCESS_DENIED) {
            AccessDenied info = new AccessDenied();
            info.setCode(refusal.code().code());
            info.setMessage(message);
            info.setCorrelation(correlation);
            throw new AccessDeniedFault(message, info, refusal);
        }
    }

    /** The fault of a refusal that has no type, or none that the operation declares. */
    Refusal other() {
        return Refusal.of(refusal, correlation);
    }
}
