/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.location.LocationField;
import org.kontor.api.sync.SourceRecord;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"S3", "S10"})
public class CsvFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private List<SourceRecord> read(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.getRoot().toPath().resolve(name), content);
        List<SourceRecord> records = new ArrayList<>();
        try (CsvFile csv = new CsvFile(file, 2)) {
            while (csv.hasNext()) {
                CsvFile.Rows rows = csv.next();
                assertTrue(rows.records().size() <= 2);
                records.addAll(rows.records());
            }
        }
        return records;
    }

    private List<SourceRecord> read(String content) throws Exception {
        return read("customers.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private void unreadable(String message, byte[] content) {
        UnreadableFileException refusal =
                assertThrows(UnreadableFileException.class, () -> read("customers.csv", content));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(message));
    }

    private void unreadable(String message, String content) {
        unreadable(message, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void columnsAreFoundByHeaderWithOrWithoutByteOrderMark() throws Exception {
        for (String mark : List.of("", "\uFEFF")) {
            SourceRecord record = read(mark + "name,code,address.lines,tags\r\nMüller,K-1,\"a\nb\",x;y\r\n")
                    .get(0);
            assertEquals("K-1", record.externalId());
            assertEquals("Müller", record.values().get(CustomerField.NAME));
            assertEquals("a\nb", record.values().get(CustomerField.ADDRESS_LINES));
            assertEquals(List.of("x", "y"), record.values().get(CustomerField.TAGS));
        }
    }

    @Test
    public void anEmptyCellClearsAndAMissingColumnLeavesAlone() throws Exception {
        SourceRecord record = read("code,name,taxId\nK-1,A,\n").get(0);
        assertTrue(record.values().has(CustomerField.TAX_ID));
        assertTrue(!record.values().has(CustomerField.PHONE));
    }

    @Test
    public void locationsNameTheirCustomerAndParentByCode() throws Exception {
        SourceRecord record = read(
                        "locations-2026.csv",
                        "externalId,code,customer,parent,archived\n7,L-1,K-1,,true\n".getBytes(StandardCharsets.UTF_8))
                .get(0);
        assertEquals("7", record.externalId());
        assertEquals("K-1", record.references().get(LocationField.CUSTOMER));
        assertTrue(record.references().containsKey(LocationField.PARENT));
        assertEquals(true, record.archived());
    }

    @Test
    public void aRowThatDoesNotFitIsRefusedAlone() throws Exception {
        List<SourceRecord> records = read("code,name\nK-1,A\nK-2\n,nameless\nK-4,D\n");
        assertEquals(4, records.size());
        assertEquals(ErrorCode.MALFORMED_BODY, records.get(1).refusal().code());
        assertEquals("required", records.get(2).refusal().violations().get(0).rule());
        assertEquals("K-4", records.get(3).externalId());
    }

    @Test
    public void aFileThatDoesNotFitIsRefusedWithItsReason() {
        unreadable("empty", "");
        unreadable("[nmae]", "code,nmae\n");
        unreadable("twice", "code,name,name\n");
        unreadable("code or externalId", "name\n");
        unreadable("near line", "code,name\nK-1,\"A\n" + "K-2,B\n".repeat(40_000));
        unreadable("near line", "code,name\nK-1,\"A\"x\n");
        unreadable("not UTF-8", "code,name\nK-1,Müller\n".getBytes(StandardCharsets.ISO_8859_1));
        UnreadableFileException refusal = assertThrows(
                UnreadableFileException.class, () -> read("people.csv", "code\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(refusal.getMessage().contains("customers or locations"));
    }
}
