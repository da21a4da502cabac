/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"C11", "X3"})
public class BulkLineTest {
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");

    private static BulkRow read(String json) {
        return BulkLine.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RecordType.CUSTOMER);
    }

    /** {@code field rule} of each violation, else the code. */
    private static List<String> refused(String json) {
        var refusal = read(json).refusal();
        return refusal.violations().isEmpty()
                ? List.of(refusal.code().code())
                : refusal.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList();
    }

    @Test
    public void aLineSaysWhatToDoWithWhichRecord() {
        BulkRow row = read("{'action':'Update','id':'" + ID + "','reference':{'connection':'erp','externalId':'42'},"
                + "'version':3,'code':'K-1','name':'Acme','address':{'country':'CH'}}");
        assertNull(row.refusal());
        assertEquals(BulkAction.UPDATE, row.action());
        assertEquals(new RecordKey(ID, new CrossReference("erp", "42"), "K-1"), row.key());
        assertEquals(Long.valueOf(3), row.version());
        assertEquals("[code, name, address.country]", row.values().toString());
        assertEquals(BulkAction.UPSERT, read("{'name':'x'}").action());
    }

    @Test
    public void aLocationNamesCustomerAndParentInAnyWay() {
        BulkRow row = read("{'record':'location','type':'OFFICE','name':'x','customer':{'code':'K-1'},"
                + "'parent':{'reference':{'connection':'erp','externalId':'7'}}}");
        assertEquals(RecordType.LOCATION, row.type());
        assertEquals(
                Map.of(
                        LocationField.CUSTOMER,
                        RecordKey.ofCode("K-1"),
                        LocationField.PARENT,
                        RecordKey.ofReference(new CrossReference("erp", "7"))),
                row.references());
        assertEquals("[name, type]", row.values().toString());
        BulkRow byId = read("{'record':'location','name':'x','customerId':'" + ID + "','parent':null}");
        assertTrue(byId.references().isEmpty());
        assertEquals("[customerId, parentId, name]", byId.values().toString());
    }

    @Test
    public void whatCannotBeReadIsARefusedRow() {
        assertEquals(List.of("malformed_body"), refused("{'name':"));
        assertEquals(List.of("malformed_body"), refused("[]"));
        assertEquals(List.of("malformed_body"), refused("{} {}"));
        assertEquals(
                List.of("malformed_body"),
                List.of(BulkLine.read(new byte[] {'{', '"', (byte) 0xFF, '"', '}'}, RecordType.CUSTOMER)
                        .refusal()
                        .code()
                        .code()));
        assertEquals(
                List.of("body_too_large"),
                List.of(BulkLine.read(null, RecordType.CUSTOMER)
                        .refusal()
                        .code()
                        .code()));
        assertEquals(List.of("record unknown_choice"), refused("{'record':'asset'}"));
        assertEquals(List.of("action unknown_choice", "nmae unknown_field"), refused("{'action':'delete','nmae':1}"));
        assertEquals(List.of("id malformed_id", "version wrong_type"), refused("{'id':'1-1-1-1-1','version':'3'}"));
        assertEquals(
                List.of("reference.connection wrong_type", "reference.x unknown_field"),
                refused("{'reference':{'connection':1,'x':2}}"));
        assertEquals(
                List.of("customer given_twice"),
                refused("{'record':'location','customer':{'code':'K'},'customerId':'" + ID + "'}"));
        assertEquals(List.of("customer unknown_field"), refused("{'customer':{'code':'K'}}"));
        assertEquals(List.of("archived read_only"), refused("{'archived':true}"));
    }
}
