/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.kontor.api.error.ErrorCode;

/** The one table from codes of refusals to the kinds of typed faults that every contract has. */
enum FaultKind {
    INVALID_INPUT,
    NOT_FOUND,
    CONFLICT,
    ACCESS_DENIED,
    /** No type: what has to do with the server or the message, not with what it says. */
    NONE;

    static FaultKind of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, INVALID_CURSOR, VERSION_REQUIRED -> INVALID_INPUT;
            case NOT_FOUND -> NOT_FOUND;
            case CODE_TAKEN,
                    AMBIGUOUS_MATCH,
                    ARCHIVED,
                    ACCOUNT_CLOSED,
                    ALREADY_CONVERTED,
                    ALREADY_DECIDED,
                    BRAKED,
                    DOMAIN_TAKEN,
                    IN_USE,
                    LAST_ADMINISTRATOR,
                    NO_PORTAL,
                    STALE_VERSION,
                    IDEMPOTENCY_CONFLICT,
                    DATABASE_REFUSED -> CONFLICT;
            case ACCESS_DENIED, ACCOUNT_SUSPENDED -> ACCESS_DENIED;
            default -> NONE;
        };
    }
}
