/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.record.Page;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** The exported packages of org.kontor.api only grow; and what breaks a caller is found, tried with edits that do. */
@Shows({"V4", "V5"})
public class JavaApiGrowsTest {
    private static final String PAGE = "CLSS public final org.kontor.api.record.Page<%0 extends java.lang.Object>\n";
    private static final String NEXT = "meth public java.lang.String next()\n";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static Path classes() throws Exception {
        return Path.of(
                Page.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** As if the last release had been another. */
    private List<String> breaks(String part, String edited) throws Exception {
        String released = Released.read(Released.JAVA);
        assertTrue(part, released.contains(part));
        Path signatures = folder.newFile().toPath();
        Files.writeString(signatures, released.replace(part, edited));
        return JavaBreaks.since(signatures, classes());
    }

    @Test
    public void nothingBreaksThatWasReleased() throws Exception {
        Path signatures = Path.of(getClass().getResource(Released.JAVA).toURI());
        assertEquals(
                "Exported packages may only grow. These break callers of the last release",
                "",
                String.join("\n", JavaBreaks.since(signatures, classes())));
    }

    @Test
    public void whatIsTakenAwayOrChangedIsFound() throws Exception {
        List<String> gone = breaks(PAGE, PAGE + "meth public java.lang.String gone()\n");
        assertTrue(gone.toString(), gone.toString().contains("org.kontor.api.record.Page.gone()"));
        List<String> retyped = breaks(NEXT, NEXT.replace("String", "Object"));
        assertTrue(retyped.toString(), retyped.toString().contains("org.kontor.api.record.Page.next()"));
        List<String> type = breaks(PAGE, "CLSS public org.kontor.api.record.Gone\nsupr java.lang.Object\n\n" + PAGE);
        assertTrue(type.toString(), type.toString().contains("org.kontor.api.record.Gone"));
    }

    @Test
    public void whatIsAddedBreaksNothing() throws Exception {
        assertEquals(List.of(), breaks(NEXT, ""));
    }
}
