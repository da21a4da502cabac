/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.util.List;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

@Shows("V3")
public class TableTest {
    private static final List<Column> COLUMNS =
            List.of(Column.whole("code"), Column.text("name"), Column.text("city"), Column.number("n"));

    private static List<String> lines(int width, String name, String city) {
        return Table.lines(COLUMNS, List.of(List.of("C-000001", name, city, "7")), width);
    }

    @Test
    public void whatFitsIsShownWhole() {
        assertEquals(
                List.of("code      name  city  n", "────────  ────  ────  ─", "C-000001  Acme  Bern  7"),
                lines(80, "Acme", "Bern"));
    }

    @Test
    public void theLongestIsShortenedAndTheCodeIsNot() {
        List<String> lines = lines(40, "A name that is much too long for it", "Bern");
        assertEquals("C-000001  A name that is much …  Bern  7", lines.get(2));
        assertTrue(lines.stream().allMatch(line -> Screen.columns(line) <= 40));
    }

    @Test
    public void lettersThatTakeTwoColumnsAreCountedSo() {
        List<String> lines = lines(34, "日本電気株式会社日本電気株式会社", "東京");
        assertTrue(lines.toString(), lines.stream().allMatch(line -> Screen.columns(line) <= 34));
        assertEquals("C-000001  日本電気株式会…  東京  7", lines.get(2));
    }

    @Test
    public void withoutATerminalNothingIsShortened() {
        String name = "long ".repeat(100).strip();
        assertTrue(lines(0, name, "Bern").get(2).contains(name));
    }

    @Test
    public void aTerminalTooNarrowForAnythingStillGetsNoWiderLine() {
        assertTrue(lines(20, "A name that is long", "A city that is long").stream()
                .allMatch(line -> Screen.columns(line) <= 20));
    }

    @Test
    public void storedTextDoesNotSteerTheTerminal() {
        String line = lines(80, "a\u001B[2Jb\rc\u202Ed\ne", "x").get(2);
        assertFalse(line, line.contains("\u001B") || line.contains("\r") || line.contains("\u202E"));
        assertTrue(line, line.contains("d / e"));
    }
}
