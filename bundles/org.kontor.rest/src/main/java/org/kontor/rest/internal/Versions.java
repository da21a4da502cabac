/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;

/** Versions as entity tags (RFC 9110, 8.8.3): version 3 is {@code "3"}. Stateless. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\\s*\"?([0-9]{1,18})\"?\\s*");

    private Versions() {}

    static Response.ResponseBuilder tag(Response.ResponseBuilder response, BusinessRecord record) {
        return response.tag(new EntityTag(String.valueOf(record.version())));
    }

    /** @return the version, or null when there is no header */
    static Long optional(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch);
        if (!matcher.matches()) {
            throw KontorException.invalid(
                    "If-Match", "malformed_version", "Must be the version as the ETag shows it, like \"3\".", ifMatch);
        }
        return Long.valueOf(matcher.group(1));
    }

    static long required(String ifMatch) {
        Long version = optional(ifMatch);
        if (version == null) {
            throw new KontorException(
                    ErrorCode.VERSION_REQUIRED,
                    "Say in If-Match which version the change is based on; the ETag of a GET shows it.");
        }
        return version;
    }
}
