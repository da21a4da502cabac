/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

/** Sentences that the description of the interface repeats. */
final class Docs {
    static final String Q = "Beginnings of words of name, code, e-mail, tax id, web address or city; all must match.";
    static final String COUNTRY = "ISO 3166-1 alpha-2 code.";
    static final String ARCHIVED = "false (default), true or any.";
    static final String SORT = "name (default), code or changed; with a - in front descending.";
    static final String LIMIT = "1 to 200; 50 when missing.";
    static final String CURSOR = "The next of the page before.";
    static final String PATCH = "JSON merge patch (RFC 7396): absent fields stay, null clears. If-Match must name the"
            + " version that the change is based on.";
    static final String ARCHIVE = "Visibility only: archived records leave lists, still open and can be edited.";

    private Docs() {}
}
