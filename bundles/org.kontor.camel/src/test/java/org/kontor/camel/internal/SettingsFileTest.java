/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** A setting in a file of {@code etc/}. */
@Shows("S1")
public class SettingsFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private String set(String text, String value) throws IOException {
        Path file = folder.newFile().toPath();
        Files.writeString(file, text, StandardCharsets.UTF_8);
        new SettingsFile(file).set(Map.of("enabled", value));
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    public void oneLineIsChangedAndTheRestStays() throws IOException {
        assertEquals(
                "# Müller\nurl = ${env:URL}\nenabled = false\n# enabled = maybe\npassword=p\\u00e4ss\n",
                set("# Müller\nurl = ${env:URL}\n enabled=true\n# enabled = maybe\npassword=p\\u00e4ss\n", "false"));
    }

    @Test
    public void aMissingLineIsAdded() throws IOException {
        assertEquals("connector = files\nenabled = false\n", set("connector = files", "false"));
        assertEquals("enabled = true\n", set("", "true"));
    }

    @Test
    public void severalAreSetInOneStep() throws IOException {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "paused = true\n");
        new SettingsFile(file).set(new java.util.TreeMap<>(Map.of("enabled", "true", "paused", "false")));
        assertEquals("paused = false\nenabled = true\n", Files.readString(file));
        Files.writeString(file, "connector = files\n");
        new SettingsFile(file).set(Map.of("paused", "false"));
        assertEquals("nothing said is not paused", "connector = files\n", Files.readString(file));
    }

    @Test
    public void permissionsStayAndNothingIsLeftBehind() throws IOException {
        Path file = folder.newFile("org.kontor.connection-a.cfg").toPath();
        Set<PosixFilePermission> mine = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(file, mine);
        new SettingsFile(file).set(Map.of("enabled", "false"));
        assertEquals(mine, Files.getPosixFilePermissions(file));
        assertEquals(1, folder.getRoot().list().length);
    }

    @Test
    public void onlyConfigurationsOfFilesHaveOne() throws IOException {
        Path file = folder.newFile("org.kontor.connection-b.cfg").toPath();
        Hashtable<String, Object> properties = new Hashtable<>();
        assertFalse(SettingsFile.of(properties).isPresent());
        properties.put("felix.fileinstall.filename", file.toUri().toString());
        assertTrue(SettingsFile.of(properties).isPresent());
        Files.delete(file);
        assertFalse(SettingsFile.of(properties).isPresent());
    }
}
