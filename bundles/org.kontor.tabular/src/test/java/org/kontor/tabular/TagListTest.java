/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.util.List;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows("C11")
public class TagListTest {
    @Test
    public void tagsAreSeparatedBySemicolons() {
        assertEquals(List.of("a", " b", "", "c"), TagList.split("a; b;;c"));
        assertEquals("a;b", TagList.join(List.of("a", "b")));
    }

    @Test
    public void aTagMayHoldWhatSeparates() {
        List<String> tags = List.of("a;b", "c\\", "\\;", "d\\n", ";");
        assertEquals("a\\;b;c\\\\;\\\\\\;;d\\\\n;\\;", TagList.join(tags));
        assertEquals(tags, TagList.split(TagList.join(tags)));
    }

    @Test
    public void aBackslashBeforeAnythingElseIsItself() {
        assertEquals(List.of("C:\\new", "end\\"), TagList.split("C:\\new;end\\"));
    }
}
