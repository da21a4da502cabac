/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;

/** A record's version as ETag, If-Match and If-None-Match (RFC 9110, section 13.1). Stateless. */
final class Versions {
    private static final String ANY = "*";
    /** As programs write it that do not know of the quotes. */
    private static final Pattern BARE = Pattern.compile("[0-9]{1,18}");

    private static final Pattern TAGS = Pattern.compile("(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final int MAX_LENGTH = 2000;

    private Versions() {}

    static Response.ResponseBuilder tag(Response.ResponseBuilder response, BusinessRecord record) {
        return tag(response, record.version());
    }

    static Response.ResponseBuilder tag(Response.ResponseBuilder response, long version) {
        return response.tag(new EntityTag(String.valueOf(version)));
    }

    /** Whether the caller has the record already; weak tags count, too. What cannot be read is passed over. */
    static boolean isKnown(String ifNoneMatch, BusinessRecord record) {
        return isKnown(ifNoneMatch, String.valueOf(record.version()));
    }

    /** The same of any ETag. */
    static boolean isKnown(String ifNoneMatch, String is) {
        if (ifNoneMatch == null || ifNoneMatch.length() > MAX_LENGTH) {
            return false;
        }
        return ifNoneMatch.strip().equals(ANY)
                || TAG.matcher(ifNoneMatch).results().anyMatch(tag -> tag.group(2)
                        .equals(is));
    }

    /** @return the version, or null when there is no header or any will do */
    static Long optional(String ifMatch, LongSupplier current) {
        return ifMatch == null || ifMatch.strip().equals(ANY) ? null : Long.valueOf(required(ifMatch, current));
    }

    /**
     * The version that a change is based on.
     *
     * @param current the version that the record has; asked for where the header does not name exactly one
     * @throws KontorException {@code version_required}, {@code stale_version}, {@code invalid_input}
     */
    static long required(String ifMatch, LongSupplier current) {
        if (ifMatch == null) {
            throw new KontorException(
                    ErrorCode.VERSION_REQUIRED,
                    "Say in If-Match which version the change is based on; the ETag of a GET shows it.");
        }
        String given = ifMatch.strip();
        if (given.equals(ANY)) {
            return current.getAsLong();
        }
        if (BARE.matcher(given).matches()) {
            return Long.parseLong(given);
        }
        if (given.length() > MAX_LENGTH || !TAGS.matcher(given).matches()) {
            throw KontorException.invalid(
                    "If-Match", "malformed_version", "Must be the version as the ETag shows it, like \"3\".", ifMatch);
        }
        return oneOf(strong(given), current);
    }

    private static long oneOf(Set<Long> versions, LongSupplier current) {
        if (versions.size() == 1) {
            return versions.iterator().next();
        }
        long is = current.getAsLong();
        if (!versions.contains(is)) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION,
                    "The record is at version " + is
                            + ", which If-Match does not name; weak tags match nothing there.");
        }
        return is;
    }

    private static Set<Long> strong(String tags) {
        Set<Long> versions = new HashSet<>();
        Matcher tag = TAG.matcher(tags);
        while (tag.find()) {
            if (tag.group(1) == null && BARE.matcher(tag.group(2)).matches()) {
                versions.add(Long.valueOf(tag.group(2)));
            }
        }
        return versions;
    }
}
