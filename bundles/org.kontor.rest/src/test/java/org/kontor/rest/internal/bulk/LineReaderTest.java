/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows({"C11", "X3"})
public class LineReaderTest {
    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            String told = line.bytes() == null ? "too long" : line.isBlank() ? "blank" : line.bytes().length + " bytes";
            lines.add(line.number() + " " + told);
        }
        return lines;
    }

    @Test
    public void linesAreCountedAndCut() throws IOException {
        assertEquals(List.of(), lines(""));
        assertEquals(List.of("1 1 bytes"), lines("a"));
        assertEquals(List.of("1 1 bytes", "2 blank", "3 blank", "4 2 bytes"), lines("a\n\n \r\nbc\n"));
        String longest = "x".repeat(LineReader.MAX_BYTES);
        assertEquals(List.of("1 65536 bytes", "2 too long", "3 1 bytes"), lines(longest + "\n" + longest + "x\ny\n"));
        assertEquals(List.of("1 too long"), lines(longest.repeat(3)));
    }
}
