/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

/** Sentences that the description of the interface repeats. */
final class Docs {
    static final String Q = "Beginnings of words of name, code, e-mail, tax id, web address, city or custom"
            + " fields; all must match.";
    static final String COUNTRY = "ISO 3166-1 alpha-2 code.";
    static final String MATCH = "words (default): each word of q begins a word of the record. part: it stands anywhere"
            + " in it. similar: typing errors are forgiven. The last two on PostgreSQL only.";
    static final String KIND = "Only those of this kind.";
    static final String RELATION = "Only those with this relation.";
    static final String TAG = "Only those with this tag.";
    static final String CUSTOM =
            "Only those with this value in a custom field, as custom.segment=A: custom, a dot and the key.";
    static final String FIELDS =
            "What is shown of a record: paths with commas between them, like name,address.city; id and version always.";
    static final String TEXT = "Beginnings of words; all must match. Missing: all.";
    static final String ARCHIVED = "false (default), true or any.";
    static final String SORT = "name (default), code, country or changed; with a - in front descending.";
    static final String LIMIT = "1 to 200; 50 when missing.";
    static final String CURSOR = "The next of the page before.";
    static final String PATCH = "JSON merge patch (RFC 7396): absent fields stay, null clears. If-Match must name the"
            + " version that the change is based on.";
    static final String PUT =
            "What is absent is cleared; the code stays when it is absent, and a location stays with its"
                    + " customer. If-Match must name the version that the change is based on.";
    static final String DELETE =
            "Only a record on which nothing hangs: no locations, and no external system that keeps it"
                    + " in step. Else archive it.";
    static final String KEY = "Your own name for the request, 1 to 200 characters. The same request again with the same"
            + " key is answered as the first time for 24 hours, with Idempotency-Replayed: true.";
    static final String IF_NONE_MATCH = "The ETag of the record that you have; answered by 304 while it is the same.";
    static final String UNCHANGED = "You have it already.";
    static final String LOOKUP = "By name. Without text only active ones; with text archived ones, too, marked.";
    static final String EXPORT = "All that a list with the same parameters has on all its pages, one line each: JSON"
            + " (application/x-ndjson, the default) or CSV (text/csv) in the columns in which files are read in.";
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

    static final String EXPLANATION =
            "For each field: our value, the change that gave it this value with the run that brought it, and what"
                    + " each linked external system tells of it, with the rule of the merge. Also the cross references, what is in"
                    + " conflict, what of it waits in the quarantine, and what external systems did not take. At most 1,000"
                    + " changes are looked back; lookedBackTo is absent when that was all.";

    private Docs() {}
}
