/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.kontor.api.error.KontorException;

/**
 * Finds the encoding of a text: by its byte order mark; UTF-8 when it is that to its end; windows-1252, which spreadsheets
 * in Western Europe write, when next to nothing in it looks like UTF-8. Stateless.
 */
final class Encodings {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Bytes that stand for nothing there, and no text has a NUL. */
    private static final Set<Byte> NOT_WINDOWS =
            Set.of((byte) 0, (byte) 0x81, (byte) 0x8D, (byte) 0x8F, (byte) 0x90, (byte) 0x9D);

    private Encodings() {}

    /** @param name what was said, or null */
    static Charset of(Path file, String name) throws IOException {
        if (name != null) {
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw KontorException.invalid(
                        "encoding", "unknown_choice", "Must be an encoding like UTF-8 or windows-1252.", name);
            }
        }
        byte[] mark;
        try (InputStream in = Files.newInputStream(file)) {
            mark = in.readNBytes(2);
        }
        if (mark.length == 2
                && (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                        || mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Signs signs = signs(file);
        if (signs.broken == 0) {
            return StandardCharsets.UTF_8;
        }
        if (signs.notWindows) {
            throw Table.malformed(
                    "The file is not UTF-8 (line " + signs.firstBroken + "), or neither CSV nor XLSX at all.");
        }
        if (signs.utf8 > signs.broken) {
            throw Table.malformed("The file is not UTF-8 (line " + signs.firstBroken + ").");
        }
        return WINDOWS;
    }

    /** What was met in the whole file. */
    private static final class Signs {
        long utf8;
        long broken;
        long firstBroken;
        boolean notWindows;
    }

    private static Signs signs(Path file) throws IOException {
        Signs signs = new Signs();
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean end;
            do {
                int from = bytes.position();
                int count = in.read(bytes.array(), from, bytes.remaining());
                end = count < 0;
                for (int i = from; i < from + count; i++) {
                    signs.notWindows |= bytes.array()[i] <= 0 && NOT_WINDOWS.contains(bytes.array()[i]);
                }
                bytes.position(from + Math.max(count, 0)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, text, end);
                    text.flip();
                    while (text.hasRemaining()) {
                        char one = text.get();
                        line += one == '\n' ? 1 : 0;
                        signs.utf8 += one > 0x7F ? 1 : 0;
                    }
                    text.clear();
                    if (result.isError()) {
                        signs.firstBroken = signs.broken++ == 0 ? line : signs.firstBroken;
                        bytes.position(bytes.position() + result.length());
                    }
                } while (!result.isUnderflow());
                bytes.compact();
            } while (!end);
        }
        return signs;
    }
}
