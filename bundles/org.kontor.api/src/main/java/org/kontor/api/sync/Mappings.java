/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.Objects;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;

/** The mapping files of the connections, for people who write them (requirements S4, S16). Thread-safe. */
public interface Mappings {
    /** How a mapping does. */
    enum State {
        /** What stands in the file counts. */
        GOOD,
        /** The file has errors; its last good version counts. */
        BROKEN,
        /** There are errors and no good version: the connection does not read. */
        FAILED,
        /** The connection has not reached the other system yet. */
        UNCHECKED,
        /** A file in the folder that no connection asks for. */
        UNUSED
    }

    /**
     * A mapping as it was at the connection's last look.
     *
     * @param connection null for an unused file, like the type
     * @param file name of the file; of a shipped one the name under which an own one would count
     * @param shipped whether what counts came with the connector
     * @param errors each with file, line, column and reason
     */
    record Mapping(String connection, RecordType type, String file, boolean shipped, State state, List<String> errors) {
        public Mapping {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(state, "state");
            errors = List.copyOf(errors);
        }
    }

    /**
     * What a mapping makes of a payload.
     *
     * @param errors of the mapping or the payload, each with file, line, column and reason; then there are no records
     * @param records in the order of the payload
     */
    record Trial(List<String> errors, List<TriedRecord> records) {
        public Trial {
            errors = List.copyOf(errors);
            records = List.copyOf(records);
        }
    }

    /**
     * @param externalId empty when it could not be found out
     * @param archived null when the mapping does not tell
     * @param violations why it would be refused; empty when it would not
     */
    record TriedRecord(String externalId, Boolean archived, List<TriedField> fields, List<Violation> violations) {
        public TriedRecord {
            fields = List.copyOf(fields);
            violations = List.copyOf(violations);
        }
    }

    /**
     * @param field its path
     * @param value a text, a list of texts, or null for empty
     * @param line of the expression in the file, from 1
     */
    record TriedField(String field, Object value, String expression, int line) {}

    /**
     * Those of the connections that run, by connection and type, and then the unused files.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}
     */
    List<Mapping> list(CallContext context);

    /**
     * What the mapping that counts says; a good beginning for an own file.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found} when the connection has none of the type, or none is
     *     good; {@code access_denied}
     */
    String text(CallContext context, String connection, RecordType type);

    /**
     * Tries a mapping on a payload; nothing is read elsewhere and nothing is written. Tables of the other system are not at
     * hand: fields that look something up are refused.
     *
     * @param file its name, for the errors
     * @param mapping at most 262,144 characters
     * @param payload JSON, at most 4,000,000 characters
     * @throws org.kontor.api.error.KontorException {@code access_denied}
     */
    Trial test(CallContext context, String file, String mapping, String payload);
}
