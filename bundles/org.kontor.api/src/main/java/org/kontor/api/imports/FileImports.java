/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Run;

/**
 * Takes in CSV and XLSX files of customers and locations (requirement C11). What a column means is said with the call,
 * remembered for the source, or guessed from its header, in this order. Thread-safe; one import of a source at a time.
 *
 * <p>A file that cannot be read is refused with {@code malformed_body} or {@code body_too_large}, one whose columns do not
 * fit with {@code invalid_input}; the message is for the person who sent it.
 */
public interface FileImports {
    /** What an import would do; writes nothing and remembers nothing. */
    ImportPreview preview(CallContext context, ImportRequest request, Path file);

    /**
     * Takes the file in, batch by batch, in a run of the connection that is named like the source. A row that breaks a rule
     * is refused alone. A mapping that was said is remembered. A refused file leaves a run that FAILED.
     *
     * @return the run at its end
     * @throws org.kontor.api.error.KontorException also {@code too_many_requests} when an import of the source is under way
     */
    Run run(CallContext context, ImportRequest request, Path file, ImportListener listener);

    /** The remembered mappings of a source, at most one for each type. */
    List<ImportMapping> mappings(CallContext context, String source);

    /**
     * Remembers what the columns mean, instead of what was remembered before.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input} when a column is not one of the type, or is named twice
     */
    ImportMapping remember(CallContext context, String source, RecordType type, Map<String, String> columns);

    /**
     * Forgets a mapping.
     *
     * @param type null for those of all types
     * @throws org.kontor.api.error.KontorException {@code not_found} when nothing is remembered
     */
    void forget(CallContext context, String source, RecordType type);
}
