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
    static final String BULK =
            "Takes NDJSON of any length, a record per line, and answers while it reads. What is refused"
                    + " does not keep the others from being written.";
    static final String BULK_LINES = "Each line a JSON object: action (create, update, upsert, archive or unarchive;"
            + " upsert when missing), id or reference (connection, externalId) or code to name the record, version,"
            + " record (customer or location; that of the path when missing), and the fields of the record. A location"
            + " names its customer and parent by id as in any other call, or as customer and parent with id, reference"
            + " or code.";
    static final String BULK_RESULTS = "Each line a JSON object: row, record, outcome, id, code and version, or error,"
            + " message and violations. The last one has a summary, or a problem when the answer broke off.";
    static final String BULK_KEY = "Sent again under the same key within 24 hours, the same lines give the same results"
            + " and write nothing; up to 150 characters. Results then come for 500 lines at once.";

    private Docs() {}
}
