/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.error;

/**
 * The stable codes of refusals. A code is part of the contract of REST and SOAP and is never renamed; the doors hold
 * the one table from code to HTTP status or SOAP fault.
 */
public enum ErrorCode {
    /** A field breaks a rule; the violations say which. */
    INVALID_INPUT,
    /** The body cannot be read at all: not JSON, not XML, not UTF-8, too deep. */
    MALFORMED_BODY,
    /** The cursor was not made by this installation, or for another query. */
    INVALID_CURSOR,
    /** No sign-in, or a wrong one. */
    UNAUTHENTICATED,
    /** Signed in, but not allowed. */
    ACCESS_DENIED,
    /** The request came with a session and would change something, without the token that shows that our own page made it. */
    CSRF_TOKEN_REQUIRED,
    /** Nothing of that id that the caller may see. */
    NOT_FOUND,
    /** The method is not offered here. */
    METHOD_NOT_ALLOWED,
    /** No representation of the asked kind. */
    NOT_ACCEPTABLE,
    /** The code is in use by another record of the same managing account. */
    CODE_TAKEN,
    /** Several records of ours may be the one that is told; a person says which. */
    AMBIGUOUS_MATCH,
    /** The account has no portal of its own that could be visited (A11). */
    NO_PORTAL,
    /** Another account has proven the e-mail domain, and keeps it (P8). */
    DOMAIN_TAKEN,
    /** Other records or an external system hang on the record, so it cannot be deleted; archive it instead. */
    IN_USE,
    /** Nobody would be left to look after the account, or the installation (P9). */
    LAST_ADMINISTRATOR,
    /** The parent is archived and takes no new children by hand (C5). */
    ARCHIVED,
    /** The account is closed and takes nothing new (A16). */
    ACCOUNT_CLOSED,
    /** The lead was converted before; there is one conversion (A5). */
    ALREADY_CONVERTED,
    /** It was accepted, refused or ended before; what is decided once is not decided again (A9, A10). */
    ALREADY_DECIDED,
    /** The account is suspended: its people do not get in until it is resumed (A16). */
    ACCOUNT_SUSPENDED,
    /** The run would archive more than its brake allows; a person lets it go on (S8). */
    BRAKED,
    /** Somebody else changed the record meanwhile; nothing was written. */
    STALE_VERSION,
    /** A change needs the version that it is based on. */
    VERSION_REQUIRED,
    /** The same idempotency key was used for another request. */
    IDEMPOTENCY_CONFLICT,
    /** The body is larger than the door allows. */
    BODY_TOO_LARGE,
    /** The body is of a kind that is not read here. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Too many at once or too fast; try again later. */
    TOO_MANY_REQUESTS,
    /** The database refused the row for a reason of its own. */
    DATABASE_REFUSED,
    /** A route that an integration engineer wrote failed with the call, or took too long. */
    ROUTE_FAILED,
    /** A part that the call needs is not there (yet). */
    UNAVAILABLE,
    /** Our fault. Carries a correlation id, never an internal name. */
    INTERNAL;

    /** The code as clients see it, for example {@code invalid_input}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
