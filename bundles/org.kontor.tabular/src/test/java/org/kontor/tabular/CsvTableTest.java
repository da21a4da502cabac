/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"C11", "X3"})
public class CsvTableTest {
    private static final String ROWS =
            "code;name;note\r\nK-1;Müller;\"a;b\"\r\n\r\n;;\r\nK-2;Zoë;\"two\nlines\"\r\nK-3;x;\r\n";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private List<String> read(byte[] content, FileOptions options) throws Exception {
        Path file = Files.write(folder.newFile().toPath(), content);
        List<String> lines = new ArrayList<>();
        try (Table table = Table.open(file, options)) {
            lines.add(table.format().encoding() + " " + table.format().delimiter() + " " + table.header());
            table.forEachRemaining(row -> lines.add(row.line() + " " + row.cells()));
            assertEquals(1, table.done(), 0);
        }
        return lines;
    }

    private List<String> read(String content, Charset encoding) throws Exception {
        return read(content.getBytes(encoding), FileOptions.DETECT);
    }

    @Test
    public void encodingAndDelimiterAreFoundOut() throws Exception {
        List<String> rows = List.of("2 [K-1, Müller, a;b]", "5 [K-2, Zoë, two\nlines]", "7 [K-3, x, ]");
        for (String name : List.of("UTF-8", "windows-1252", "UTF-16")) {
            List<String> lines = read(ROWS, Charset.forName(name));
            assertEquals(name + " ; [code, name, note]", lines.get(0));
            assertEquals(name, rows, lines.subList(1, lines.size()));
        }
        assertEquals(
                "UTF-8 ; [code, name, note]",
                read("\uFEFF" + ROWS, StandardCharsets.UTF_8).get(0));
        assertEquals(
                "UTF-8 \t [a,b, c]",
                read("a,b\tc\tx\n", StandardCharsets.UTF_8).get(0).replace(", x]", "]"));
        assertEquals(
                "UTF-8 , [a;b;c, d, e;f]",
                read("\"a;b;c\",d,\"e;f\"\n", StandardCharsets.UTF_8).get(0));
        assertEquals("UTF-8 | [a, b]", read("a|b\n", StandardCharsets.UTF_8).get(0));
    }

    @Test
    public void whatIsSaidStandsOverWhatIsFound() throws Exception {
        List<String> lines = read(
                "a;b,c\nÄ;x,y\n".getBytes(StandardCharsets.ISO_8859_1), new FileOptions("comma", "ISO-8859-1", null));
        assertEquals(List.of("ISO-8859-1 , [a;b, c]", "2 [Ä;x, y]"), lines);
        assertThrows(KontorException.class, () -> new FileOptions("::", null, null));
        assertThrows(KontorException.class, () -> read(new byte[0], new FileOptions(null, "klingon", null)));
    }

    @Test
    public void aFileThatCannotBeReadIsRefusedWithItsReason() {
        unreadable("empty", "");
        unreadable("near line 2", "code,name\nK-1,\"A\n" + "K-2,B\n".repeat(40_000));
        unreadable("near line 2", "code,name\nK-1,\"A\"x\n");
        unreadable("at most 500 columns", "c,".repeat(501) + "\n");
        unreadable("not UTF-8 (line 2)", "name\nMüller Zoë\nM\u0000\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        byte[] mostly = "name\nMüller\nZoë\nÄÖÜ\nx?\n".getBytes(StandardCharsets.UTF_8);
        mostly[mostly.length - 2] = (byte) 0xE4;
        unreadable("not UTF-8 (line 5)", mostly);
    }

    private void unreadable(String message, String content) {
        unreadable(message, content.getBytes(StandardCharsets.UTF_8));
    }

    private void unreadable(String message, byte[] content) {
        KontorException refusal = assertThrows(KontorException.class, () -> read(content, FileOptions.DETECT));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(message));
    }
}
