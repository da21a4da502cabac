/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.problem;

import org.kontor.api.error.ErrorCode;

/** The one table from error code to HTTP status, and back for what JAX-RS itself refuses. */
final class Statuses {
    private Statuses() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case INVALID_INPUT, MALFORMED_BODY, INVALID_CURSOR -> 400;
            case UNAUTHENTICATED -> 401;
            case ACCESS_DENIED, ACCOUNT_SUSPENDED, CSRF_TOKEN_REQUIRED -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
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
                    DATABASE_REFUSED -> 409;
            case STALE_VERSION -> 412;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_CONFLICT -> 422;
            case VERSION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case INTERNAL -> 500;
            case ROUTE_FAILED -> 502;
            case UNAVAILABLE -> 503;
        };
    }

    static ErrorCode of(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.ACCESS_DENIED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.MALFORMED_BODY : ErrorCode.INTERNAL;
        };
    }
}
