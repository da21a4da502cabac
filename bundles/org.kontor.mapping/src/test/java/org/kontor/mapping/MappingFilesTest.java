/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.customer.CustomerField;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

/** Files change while Kontor runs; a broken one harms nothing. */
@Shows("S4")
public class MappingFilesTest {
    private static final String GOOD = "type: customer\nid: id\nfields:\n  name: name\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aChangedFileCountsAndABrokenOneLeavesTheLastGoodOne() throws IOException {
        MappingFiles files = new MappingFiles(folder.getRoot().toPath());
        assertEquals(0, files.current().size());
        write("acme-customer.yaml", GOOD);
        Mapping first = files.current().get("acme-customer").mapping();
        assertSame("not read again", first, files.current().get("acme-customer").mapping());

        write("acme-customer.yaml", GOOD + "  phone: phone\n");
        Mapping second = files.current().get("acme-customer").mapping();
        assertNotSame(first, second);
        assertEquals(2, second.fieldsIn().size());

        write("acme-customer.yaml", GOOD + "  phone: phone\n  fax: fax\n");
        MappingFiles.State broken = files.current().get("acme-customer");
        assertSame(second, broken.mapping());
        assertEquals(
                "acme-customer.yaml:6:3: fields.fax: A customer has no field fax. [unknown_field]",
                broken.errors().get(0).toString());

        Files.delete(folder.getRoot().toPath().resolve("acme-customer.yaml"));
        assertEquals(0, files.current().size());
    }

    @Test
    public void filesThatCannotBeMappingsSayWhy() throws IOException {
        write("customer.yaml", GOOD);
        write("big-customer.yaml", "#".repeat(300_000));
        Files.write(
                folder.getRoot().toPath().resolve("latin-customer.yaml"), "# ü".getBytes(StandardCharsets.ISO_8859_1));
        write("note.txt", "nothing");
        MappingFiles files = new MappingFiles(folder.getRoot().toPath());
        assertEquals(3, files.current().size());
        assertError("file_name", files.current().get("customer"));
        assertError("too_large", files.current().get("big-customer"));
        assertError("encoding", files.current().get("latin-customer"));
    }

    @Test
    public void aCountryMayBeNorway() throws IOException {
        write("acme-customer.yaml", GOOD + "  address.country: {constant: NO}\n");
        Mapping mapping = new MappingFiles(folder.getRoot().toPath())
                .current()
                .get("acme-customer")
                .mapping();
        assertEquals(
                "\"NO\"",
                mapping.rule(CustomerField.ADDRESS_COUNTRY).orElseThrow().expression());
    }

    private static void assertError(String rule, MappingFiles.State state) {
        assertNull(state.mapping());
        assertEquals(rule, state.errors().get(0).rule());
    }

    private void write(String name, String text) throws IOException {
        Path path = folder.getRoot().toPath().resolve(name);
        Files.writeString(path, text);
    }
}
