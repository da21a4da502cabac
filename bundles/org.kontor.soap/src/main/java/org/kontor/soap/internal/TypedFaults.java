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

/** The one table from refusals to faults. An operation throws those it declares; {@link #other()} is the rest. */
final class TypedFaults {
    private final KontorException refusal;
    private final String message;
    private final String correlation;

    TypedFaults(KontorException refusal, String correlation) {
        this.refusal = refusal;
        this.message = XmlText.of(refusal.getMessage());
        this.correlation = correlation;
    }

    void throwIfInvalid() throws InvalidInputFault {
        switch (refusal.code()) {
            case INVALID_INPUT, INVALID_CURSOR, VERSION_REQUIRED -> {
                InvalidInput info = new InvalidInput();
                info.setCode(refusal.code().code());
                info.setMessage(message);
                info.setCorrelation(correlation);
                refusal.violations().forEach(violation -> info.getViolation().add(violation(violation)));
                throw new InvalidInputFault(message, info);
            }
            default -> {}
        }
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
        switch (refusal.code()) {
            case NOT_FOUND -> {
                NotFound info = new NotFound();
                info.setCode(refusal.code().code());
                info.setMessage(message);
                info.setCorrelation(correlation);
                throw new NotFoundFault(message, info);
            }
            default -> {}
        }
    }

    void throwIfConflict() throws ConflictFault {
        switch (refusal.code()) {
            case CODE_TAKEN, ARCHIVED, IN_USE, STALE_VERSION, IDEMPOTENCY_CONFLICT, DATABASE_REFUSED -> {
                Conflict info = new Conflict();
                info.setCode(refusal.code().code());
                info.setMessage(message);
                info.setCorrelation(correlation);
                throw new ConflictFault(message, info);
            }
            default -> {}
        }
    }

    void throwIfDenied() throws AccessDeniedFault {
        switch (refusal.code()) {
            case ACCESS_DENIED -> {
                AccessDenied info = new AccessDenied();
                info.setCode(refusal.code().code());
                info.setMessage(message);
                info.setCorrelation(correlation);
                throw new AccessDeniedFault(message, info);
            }
            default -> {}
        }
    }

    /** The fault of a refusal that has no type, or none that the operation declares. */
    Refusal other() {
        return switch (refusal.code()) {
            case INTERNAL -> Refusal.internal(correlation);
            case UNAVAILABLE, TOO_MANY_REQUESTS -> Refusal.byServer(refusal.code(), message);
            default -> Refusal.byClient(refusal.code(), message);
        };
    }
}
