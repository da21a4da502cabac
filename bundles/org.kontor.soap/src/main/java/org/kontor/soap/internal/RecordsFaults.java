/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;

import org.kontor.api.error.KontorException;
import org.kontor.soap.records.v1.AccessDenied;
import org.kontor.soap.records.v1.AccessDeniedFault;
import org.kontor.soap.records.v1.Conflict;
import org.kontor.soap.records.v1.ConflictFault;
import org.kontor.soap.records.v1.InvalidInput;
import org.kontor.soap.records.v1.InvalidInputFault;
import org.kontor.soap.records.v1.NotFound;
import org.kontor.soap.records.v1.NotFoundFault;
import org.kontor.soap.records.v1.Violation;
import org.kontor.soap.records.v1.Violations;

/** From a refusal to the faults of records v1. An operation throws those it declares; {@link #other()} is the rest. */
final class RecordsFaults {
    private final KontorException refusal;
    private final FaultKind kind;
    private final String message;
    private final String correlation;

    RecordsFaults(KontorException refusal, String correlation) {
        this.refusal = refusal;
        this.kind = FaultKind.of(refusal.code());
        this.message = XmlText.of(refusal.getMessage());
        this.correlation = correlation;
    }

    static Exception invalidInput(KontorException refusal, String correlation) {
        return new RecordsFaults(refusal, correlation).invalidInput();
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
        info.setViolations(violations(refusal.violations()));
        return new InvalidInputFault(message, info, refusal);
    }

    /** Null when there are none. */
    static Violations violations(List<org.kontor.api.error.Violation> broken) {
        if (broken.isEmpty()) {
            return null;
        }
        Violations violations = new Violations();
        broken.forEach(one -> violations.getViolation().add(violation(one)));
        return violations;
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
