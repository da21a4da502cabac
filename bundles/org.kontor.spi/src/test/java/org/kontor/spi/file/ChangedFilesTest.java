/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows({"S2", "S4"})
public class ChangedFilesTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

    @Rule
    public TemporaryFolder root = new TemporaryFolder();

    private Path write(String name, String text, Instant changed) throws IOException {
        Path path = root.getRoot().toPath().resolve("routes").resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return Files.setLastModifiedTime(path, FileTime.from(changed));
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }

    @Test
    public void tellsWhatIsNewChangedAndGone() throws IOException {
        ChangedFiles files = new ChangedFiles(root.getRoot().toPath().resolve("routes"), n -> n.endsWith(".xml"), 3);
        assertEquals(List.of(), files.look().changed());
        Path b = write("b.xml", "1", LONG_AGO);
        write("a.xml", "1", LONG_AGO);
        write("a.txt", "1", LONG_AGO);
        assertEquals(List.of("a.xml", "b.xml"), names(files.look().changed()));
        assertEquals(List.of(), files.look().changed());
        write("a.xml", "1", LONG_AGO.plusSeconds(1));
        assertEquals(List.of("a.xml"), names(files.look().changed()));
        write("a.xml", "22", LONG_AGO.plusSeconds(1));
        assertEquals(List.of("a.xml"), names(files.look().changed()));
        Files.delete(b);
        ChangedFiles.Changes gone = files.look();
        assertEquals(List.of("b.xml"), names(gone.gone()));
        assertEquals(List.of(), gone.changed());
        for (String name : List.of("c.xml", "d.xml", "e.xml")) {
            write(name, "1", LONG_AGO);
        }
        assertEquals(
                "three count", List.of("c.xml", "d.xml"), names(files.look().changed()));
    }

    @Test
    public void aFileThatIsBeingWrittenIsToldWhenItRests() throws IOException {
        ChangedFiles files = new ChangedFiles(root.getRoot().toPath().resolve("routes"), n -> true, 10);
        Instant later = Instant.now().plusSeconds(60);
        write("a.xml", "1", later);
        assertEquals(List.of(), files.look().changed());
        write("a.xml", "12", later);
        assertEquals(List.of(), files.look().changed());
        assertEquals(List.of("a.xml"), names(files.look().changed()));
        assertEquals(List.of(), files.look().changed());
    }
}
