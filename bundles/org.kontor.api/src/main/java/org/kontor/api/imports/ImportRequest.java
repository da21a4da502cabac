/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;

/**
 * A file that is to be taken in.
 *
 * @param source where it comes from: small letters, digits and {@code -}, at most 60; runs, cross references and the
 *     mapping are kept under this name
 * @param name what the run is called, for example the file's name
 * @param mapping header → column as Kontor calls it, for this file and, when it is imported, the next ones; see
 *     {@link ImportMapping#columns()}
 * @param batch rows a transaction, 1 to {@value Batch#MAX_SIZE}
 */
public record ImportRequest(
        RecordType type, String source, String name, FileOptions options, Map<String, String> mapping, int batch) {
    public static final int DEFAULT_BATCH = 500;

    public ImportRequest {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        if (batch < 1 || batch > Batch.MAX_SIZE) {
            throw KontorException.invalid(
                    "batch", "out_of_range", "Must be from 1 to " + Batch.MAX_SIZE + ".", String.valueOf(batch));
        }
    }

    /** Everything is found out. */
    public static ImportRequest of(RecordType type, String source, String name) {
        return new ImportRequest(type, source, name, FileOptions.DETECT, Map.of(), DEFAULT_BATCH);
    }
}
