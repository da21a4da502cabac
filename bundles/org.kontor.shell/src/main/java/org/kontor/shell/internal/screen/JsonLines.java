/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.IOException;
import java.io.OutputStream;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.tabular.RecordLines;

/** A record per line, as {@code --json} shows it: NDJSON. Not thread-safe. */
public final class JsonLines implements RecordLines<BusinessRecord> {
    private final OutputStream out;

    public JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(BusinessRecord record) throws IOException {
        out.write(Json.line(RecordDocument.of(record)));
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
