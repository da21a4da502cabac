/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines, which end with LF or CR LF. A line that is too long is told as such; the next one is read. Not thread-safe. */
final class LineReader {
    static final int MAX_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int from;
    private int to;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param number of the line, from 1; empty lines count
     * @param bytes without its end; null when there are more than {@value #MAX_BYTES}
     */
    record Line(long number, byte[] bytes) {
        boolean isBlank() {
            if (bytes == null) {
                return false;
            }
            for (byte one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** The next line, or null behind the last. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean any = false;
        boolean tooLong = false;
        while (from < to || fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - from > MAX_BYTES;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                break;
            }
        }
        return any ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
