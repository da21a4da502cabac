/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import org.kontor.spi.store.Ids;
import org.kontor.spi.text.TextKeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

public class TextKeysTest {
    @Test
    public void namesSortWithoutAccentsAndCase() {
        assertEquals("zurcher kase ag", TextKeys.sortKey("  Zürcher   Käse AG "));
        assertEquals("strasse", TextKeys.sortKey("Straße"));
        assertEquals(TextKeys.sortKey("Éclair"), TextKeys.sortKey("ECLAIR"));
        assertEquals(200, TextKeys.sortKey("x".repeat(500)).length());
        assertEquals(199, TextKeys.sortKey("x".repeat(199) + "😀").length());
    }

    @Test
    public void wordsAreFoldedAndBounded() {
        assertEquals(
                Set.of("info", "kase", "ch", "che", "123"),
                TextKeys.words(Arrays.asList("info@käse.ch", null, "CHE-123")));
        assertEquals(TextKeys.MAX_WORDS, TextKeys.words(List.of(many())).size());
        assertEquals(Set.of(), TextKeys.words(List.of("!?% --")));
    }

    private static String many() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append('w').append(i).append(' ');
        }
        return text.toString();
    }

    @Test
    public void idsGrowAndAreOfVersionSeven() {
        UUID last = Ids.next();
        for (int i = 0; i < 100_000; i++) {
            UUID next = Ids.next();
            assertEquals(7, next.version());
            assertEquals(2, next.variant());
            assertTrue(next.toString().compareTo(last.toString()) > 0);
            last = next;
        }
    }
}
