/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

/** Files change while Kontor runs; a broken one harms nothing. */
@Shows("S4")
public class MappingSourceTest {
    private static final String GOOD = "type: customer\nid: id\nfields:\n  name: name\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private MappingSource source() {
        return new MappingSource(folder.getRoot().toPath(), "acme", RecordType.CUSTOMER, GOOD);
    }

    @Test
    public void aFileCountsInsteadOfTheShippedOneAndABrokenOneLeavesTheLastGoodOne() throws IOException {
        MappingSource source = source();
        Mapping shipped = source.current(null).mapping();
        assertEquals(1, shipped.fieldsIn().size());
        assertTrue(source.current(null).isShipped());

        write(GOOD + "  phone: phone\n");
        Mapping own = source.current(null).mapping();
        assertNotSame(shipped, own);
        assertFalse(source.current(null).isShipped());
        assertSame("not read again", own, source.current(null).mapping());

        write(GOOD + "  phone: phone\n  fax: fax\n");
        MappingSource.State broken = source.current(null);
        assertSame(own, broken.mapping());
        assertEquals(GOOD + "  phone: phone\n", broken.text());
        assertEquals(
                "acme-customer.yaml:6:3: fields.fax: A customer has no field fax. [unknown_field]",
                broken.errors().get(0).toString());

        Files.delete(folder.getRoot().toPath().resolve("acme-customer.yaml"));
        assertTrue(source.current(null).isShipped());
        assertTrue(source.current(null).errors().isEmpty());
    }

    @Test
    public void whatTheOtherSystemTellsIsCheckedWhenItIsNew() throws IOException {
        write(GOOD + "  phone: telephone\n");
        MappingSource source = source();
        RemoteSchema without = path -> path.get(0).equals("telephone")
                ? Optional.empty()
                : Optional.of(new RemoteSchema.RemoteField("char", true));
        MappingSource.State state = source.current(without);
        assertNull("a person wanted it so, thus not the shipped one", state.mapping());
        assertEquals(
                "acme-customer.yaml:5:10: fields.phone: The other system has no field telephone. [unknown_remote_path]",
                state.errors().get(0).toString());
        RemoteSchema with = path -> Optional.of(new RemoteSchema.RemoteField("char", true));
        assertEquals(2, source.current(with).mapping().fieldsIn().size());
    }

    @Test
    public void filesThatCannotBeMappingsSayWhy() throws IOException {
        write("#".repeat(300_000));
        assertError("too_large");
        Files.write(file(), "# ü".getBytes(StandardCharsets.ISO_8859_1));
        assertError("encoding");
        write(GOOD.replace("customer", "location"));
        assertError("file_name");
    }

    @Test
    public void aCountryMayBeNorway() throws IOException {
        write(GOOD + "  address.country: {constant: NO}\n");
        assertEquals(
                "\"NO\"",
                source().current(null)
                        .mapping()
                        .rule(CustomerField.ADDRESS_COUNTRY)
                        .orElseThrow()
                        .expression());
    }

    private void assertError(String rule) {
        MappingSource.State state = source().current(null);
        assertNull(state.mapping());
        assertEquals(rule, state.errors().get(0).rule());
    }

    private Path file() {
        return folder.getRoot().toPath().resolve("acme-customer.yaml");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }
}
