/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.tabular.Table;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"S3", "S10", "C11"})
public class RowsTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private List<SourceRecord> read(RecordType type, String content) throws Exception {
        Path file = Files.write(folder.newFile().toPath(), content.getBytes(StandardCharsets.UTF_8));
        List<SourceRecord> records = new ArrayList<>();
        try (Table table = Table.open(file, FileOptions.DETECT)) {
            Columns columns = Columns.of(type, table.header(), Map.of(), Map.of());
            columns.check();
            Rows rows = new Rows(type, columns);
            table.forEachRemaining(row -> records.add(rows.record(row)));
        }
        return records;
    }

    private List<SourceRecord> customers(String content) throws Exception {
        return read(RecordType.CUSTOMER, content);
    }

    @Test
    public void columnsAreFoundByHeaderWithOrWithoutByteOrderMark() throws Exception {
        for (String mark : List.of("", "\uFEFF")) {
            SourceRecord record = customers(mark + "name,code,address.lines,tags\r\nMüller,K-1,\"a\nb\",x;y\r\n")
                    .get(0);
            assertEquals("K-1", record.externalId());
            assertEquals("Müller", record.values().get(CustomerField.NAME));
            assertEquals("a\nb", record.values().get(CustomerField.ADDRESS_LINES));
            assertEquals(List.of("x", "y"), record.values().get(CustomerField.TAGS));
        }
    }

    @Test
    public void anEmptyCellClearsAndAMissingColumnLeavesAlone() throws Exception {
        SourceRecord record = customers("code,name,taxId\nK-1,A,\n").get(0);
        assertTrue(record.values().has(CustomerField.TAX_ID));
        assertTrue(!record.values().has(CustomerField.PHONE));
    }

    @Test
    @Shows("C9")
    public void aColumnOfACustomFieldIsTakenForIt() throws Exception {
        SourceRecord record = customers("code,custom.segment\nK-1,Retail\n").get(0);
        assertEquals("Retail", record.values().get(CustomField.named(RecordType.CUSTOMER, "segment")));
    }

    @Test
    public void locationsNameTheirCustomerAndParentByCode() throws Exception {
        SourceRecord record = read(RecordType.LOCATION, "externalId,code,customer,parent,archived\n7,L-1,K-1,,true\n")
                .get(0);
        assertEquals("7", record.externalId());
        assertEquals("K-1", record.references().get(LocationField.CUSTOMER));
        assertTrue(record.references().containsKey(LocationField.PARENT));
        assertEquals(true, record.archived());
    }

    @Test
    public void aRowThatDoesNotFitIsRefusedAlone() throws Exception {
        List<SourceRecord> records = customers("code,name\nK-1,A\nK-2\n,nameless\nK-4,D\n");
        assertEquals(4, records.size());
        assertEquals(ErrorCode.MALFORMED_BODY, records.get(1).refusal().code());
        assertEquals("required", records.get(2).refusal().violations().get(0).rule());
        assertEquals("K-4", records.get(3).externalId());
    }

    @Test
    public void aFileWhoseColumnsDoNotFitIsRefusedWithItsReason() {
        refused("[nmae]", "code,nmae\n");
        refused("twice", "code,name,name\n");
        refused("code or externalId", "name\n");
    }

    private void refused(String message, String content) {
        KontorException refusal = assertThrows(KontorException.class, () -> customers(content));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(message));
    }

    @Test
    public void wordsBecomeWhatKontorWrites() throws Exception {
        String[][] table = {
            {"Schweiz", "CH"}, {"Suisse", "CH"}, {"SWITZERLAND", "CH"}, {"Österreich", "AT"}, {"Autriche", "AT"},
            {"Deutschland", "DE"}, {"Allemagne", "DE"}, {"DEU", "DE"}, {"UK", "GB"}, {"Etats-Unis", "US"},
            {"Frankreich", "FR"}, {"ch", "ch"}, {"Atlantis", "Atlantis"},
        };
        for (String[] pair : table) {
            assertEquals(
                    pair[0],
                    pair[1],
                    customers("code,Land\nK-1," + pair[0] + "\n")
                            .get(0)
                            .values()
                            .get(CustomerField.ADDRESS_COUNTRY));
        }
        assertEquals(
                "fr",
                customers("code,Sprache\nK-1,Französisch\n").get(0).values().get(CustomerField.LANGUAGE));
        SourceRecord place = read(RecordType.LOCATION, "code;lat;lng;archived\nL-1;47,3769;8.54;ja\n")
                .get(0);
        assertEquals("47.3769", place.values().get(LocationField.LATITUDE));
        assertEquals("8.54", place.values().get(LocationField.LONGITUDE));
        assertEquals(true, place.archived());
    }
}
