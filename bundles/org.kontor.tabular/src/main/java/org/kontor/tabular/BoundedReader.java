/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.io.Reader;

/** Ends a row that grows without end: most likely it has an opening quote too many. */
final class BoundedReader extends Reader {
    private final Reader source;
    private long sinceRow;

    BoundedReader(Reader source) {
        this.source = source;
    }

    void nextRow() {
        sinceRow = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = source.read(buffer, offset, length);
        sinceRow += Math.max(count, 0);
        if (sinceRow > Table.MAX_TEXT + length) {
            throw new RowTooLongException();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
