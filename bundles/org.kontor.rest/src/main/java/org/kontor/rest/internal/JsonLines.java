/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.record.BusinessRecord;
import org.kontor.rest.internal.json.Json;
import org.kontor.tabular.RecordLines;

/** A JSON object per line: NDJSON. Not thread-safe. */
final class JsonLines<T extends BusinessRecord> implements RecordLines<T> {
    private static final JsonMapper MAPPER = Json.mapper();

    private final OutputStream out;
    private final Function<T, Object> json;

    /** @param json what is shown of a record */
    JsonLines(OutputStream out, Function<T, Object> json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void write(T record) throws IOException {
        out.write(MAPPER.writeValueAsBytes(json.apply(record)));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
