/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Names of files in headers. */
@Shows("A14")
public class FileNamesTest {
    @Test
    public void everyFormOfANameIsRead() {
        assertEquals("a.zip", FileNames.of("attachment; filename=\"a.zip\""));
        assertEquals("a.zip", FileNames.of("ATTACHMENT;FILENAME=a.zip"));
        assertEquals("a \"b\".zip", FileNames.of("attachment; filename=\"a \\\"b\\\".zip\""));
        assertEquals(
                "größe €.zip",
                FileNames.of("attachment; filename=\"gr.zip\"; filename*=UTF-8'de'gr%C3%B6%c3%9fe%20%E2%82%AC.zip"));
        assertEquals("old.zip", FileNames.of("attachment; filename*=UTF-8''%FF; filename=\"old.zip\""));
        assertEquals("old.zip", FileNames.of("attachment; filename*=UTF-8''a%4; filename=\"old.zip\""));
    }

    @Test
    public void whatTellsNoNameTellsNone() {
        for (String header : new String[] {
            null, "", "attachment", "filename", "attachment; name=\"a\"", "; filename=\"a", "x".repeat(5000)
        }) {
            assertNull(header, FileNames.of(header));
        }
    }

    @Test
    public void whatIsWrittenIsReadAgain() {
        for (String name : new String[] {"a.zip", "größe €.zip", "a \"b\\c;d%20.zip", "日本 語", "\uD83E\uDD16.bin"}) {
            String header = FileNames.attachment(name);
            assertEquals(name, FileNames.of(header));
            assertTrue(header, header.chars().allMatch(c -> c >= ' ' && c < 0x7F));
        }
        assertEquals(
                "attachment; filename=\"gr__e.zip\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.zip",
                FileNames.attachment("größe.zip"));
    }
}
