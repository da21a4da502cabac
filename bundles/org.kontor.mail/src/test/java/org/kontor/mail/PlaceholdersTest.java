/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mail;

import java.util.Map;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

@Shows({"P2", "X2"})
public class PlaceholdersTest {
    @Test
    public void whatIsFilledInNeverBecomesHtml() {
        assertEquals(
                "<a title=\"&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;\">Grüezi</a>",
                Placeholders.fillHtml(
                        "<a title=\"{title}\">{text}</a>", Map.of("title", "<b> & \"x\" 'y'", "text", "Grüezi")));
    }

    @Test
    public void valuesAreNotFilledThemselves() {
        assertEquals("{b} $1 \\x", Placeholders.fill("{a}", Map.of("a", "{b} $1 \\x", "b", "wrong")));
    }

    @Test
    public void aValueThatIsMissingIsNamed() {
        assertEquals(
                "There is no value for {name}",
                assertThrows(IllegalArgumentException.class, () -> Placeholders.fill("Hello {name}", Map.of()))
                        .getMessage());
    }
}
