/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.UUID;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Document;

import org.kontor.api.account.AccountField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** What records v1 does with accounts, envelope by envelope. */
@Shows({"A1", "V2"})
public class AccountsEndpointTest {
    private static final String CUSTOMER = "01890000-0000-7000-8000-000000000001";
    private static TestServer server;
    private static Envelopes records;

    private String id;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer(0);
        records = new Envelopes(server);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Before
    public void oneAccount() throws Exception {
        server.store.accounts.clear();
        Document created = records.answer("<createAccount v1><account><code>A</code><name>N</name><type>CUSTOMER</type>"
                + "<stage>LEAD</stage><customerId>" + CUSTOMER + "</customerId><responsible>rita</responsible>"
                + "<sandbox>true</sandbox><closed NIL/><tags><tag>gold</tag></tags><custom><field><key>segment</key>"
                + "<value>B</value></field></custom></account><requestId>r</requestId></createAccount>");
        id = Raw.text(created, "id");
    }

    @Test
    public void everyFieldIsWrittenAndShown() throws Exception {
        FieldValues written = server.store.lastAccount;
        assertEquals(Boolean.TRUE, written.get(AccountField.SANDBOX));
        assertFalse(written.has(AccountField.CLOSED));
        assertEquals(1, written.custom().size());
        assertEquals("r", server.store.lastCaller.request().key());

        Document read = records.answer("<getAccount v1><code>A</code></getAccount>");
        assertEquals(id, Raw.text(read, "id"));
        assertEquals("N", Raw.text(read, "name"));
        assertEquals("CUSTOMER", Raw.text(read, "type"));
        assertEquals("LEAD", Raw.text(read, "stage"));
        assertEquals(CUSTOMER, Raw.text(read, "customerId"));
        assertEquals("rita", Raw.text(read, "responsible"));
        assertEquals("true", Raw.text(read, "sandbox"));
        assertEquals("false", Raw.text(read, "suspended"));
        assertEquals("gold", Raw.text(read, "tag"));
        assertEquals("segment", Raw.text(read, "key"));
        assertEquals(server.actor.account().toString(), Raw.text(read, "managingAccount"));
        assertNull(Raw.text(read, "convertedTo"));
    }

    @Test
    public void leftOutStaysAndNilIsCleared() throws Exception {
        Document changed = records.answer("<updateAccount v1><id>" + id
                + "</id><version>1</version><changes><name>M</name><responsible NIL/><suspended>true</suspended>"
                + "</changes></updateAccount>");
        assertEquals("M", Raw.text(changed, "name"));
        assertEquals("true", Raw.text(changed, "suspended"));
        assertEquals("true", Raw.text(changed, "sandbox"));
        assertNull(Raw.text(changed, "responsible"));
        records.refused(
                "<updateAccount v1><id>" + id + "</id><version>2</version><changes/><only><field>type</field></only>"
                        + "</updateAccount>",
                "InvalidInputFault",
                "only unknown_field type");
        assertEquals(
                "stale_version",
                records.refused(
                        "<updateAccount v1><id>" + id + "</id><version>1</version><changes/></updateAccount>",
                        "ConflictFault",
                        null));
    }

    @Test
    public void queriesArePassedOn() throws Exception {
        records.answer("<findAccounts v1><query><text>t</text><type>CUSTOMER</type><stage>LEAD</stage><customer>"
                + CUSTOMER + "</customer><responsible>rita</responsible><sandbox>true</sandbox><suspended NIL/>"
                + "<closed>false</closed><tag>gold</tag><sort>CODE</sort><limit>7</limit></query></findAccounts>");
        RecordQuery asked = server.store.lastQuery;
        assertEquals(7, asked.where().size());
        assertEquals(Boolean.TRUE, asked.where().get(AccountField.SANDBOX));
        assertEquals(Boolean.FALSE, asked.where().get(AccountField.CLOSED));
        assertFalse(asked.where().containsKey(AccountField.SUSPENDED));
        assertEquals(7, asked.limit());
    }

    @Test
    public void archiveMoveDelete() throws Exception {
        assertEquals(
                "true",
                Raw.text(records.answer("<archiveAccount v1><id>" + id + "</id></archiveAccount>"), "archived"));
        assertEquals(
                "false",
                Raw.text(
                        records.answer(
                                "<unarchiveAccount v1><id>" + id + "</id><version>2</version></unarchiveAccount>"),
                        "archived"));
        UUID to = UUID.randomUUID();
        String move = "<moveAccount v1><id>" + id + "</id><version>3</version><to>" + to + "</to></moveAccount>";
        assertEquals(to.toString(), Raw.text(records.answer(move), "managingAccount"));
        records.refused(move.replace(to.toString(), "up"), "InvalidInputFault", "to malformed_id up");
        assertNotNull(records.answer("<deleteAccount v1><id>" + id + "</id><version>4</version></deleteAccount>"));
        assertTrue(server.store.accounts.isEmpty());
        assertEquals(
                "not_found", records.refused("<getAccount v1><id>" + id + "</id></getAccount>", "NotFoundFault", null));
    }
}
