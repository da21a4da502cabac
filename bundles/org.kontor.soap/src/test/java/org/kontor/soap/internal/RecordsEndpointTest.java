/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Document;

import org.kontor.api.account.Account;
import org.kontor.api.bulk.BulkAction;
import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** The operations of records v1, envelope by envelope. */
@Shows("V2")
public class RecordsEndpointTest {
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static TestServer server;

    private String id;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer(0);
        // runs are the operator's
        server.actor =
                new Actor(server.actor.id(), server.actor.name(), Account.OPERATOR, Set.of(Role.CUSTOMER_SUCCESS));
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Before
    public void oneCustomer() throws Exception {
        server.store.customers.clear();
        server.store.locations.clear();
        server.store.done.clear();
        id = Raw.text(
                answer(
                        "<createCustomer v1><customer><code>C</code><name>N</name><phone>1</phone><address><lines>"
                                + "<line>a</line></lines><city>B</city><country>CH</country></address></customer></createCustomer>"),
                "id");
    }

    @Test
    @Shows("S13")
    public void runsAreListedWithTheirProgressAndItems() throws Exception {
        Document page = answer("<findRuns v1><query><connection>erp</connection></query></findRuns>");
        assertEquals("erp 50 null", server.store.runs.asked);
        assertEquals("more", Raw.text(page, "next"));
        assertEquals("RUNNING", Raw.text(page, "state"));
        assertNull(Raw.text(page, "endedAt"));

        Document run = answer("<getRun v1><id>" + FakeRuns.ID + "</id></getRun>");
        assertEquals("60", Raw.text(run, "read"));
        assertEquals("50", Raw.text(run, "done"));
        assertEquals("200", Raw.text(run, "total"));
        assertEquals("2.5", Raw.text(run, "recordsPerSecond"));
        assertEquals("60", Raw.text(run, "secondsLeft"));
        assertEquals(
                "not_found", refused("<getRun v1><id>" + UUID.randomUUID() + "</id></getRun>", "NotFoundFault", null));

        Document items = answer("<findRunItems v1><query><run>" + FakeRuns.ID
                + "</run><outcome>REFUSED</outcome><limit>7</limit></query></findRunItems>");
        assertEquals("REFUSED 7 null", server.store.runs.asked);
        assertEquals("7", Raw.text(items, "externalId"));
        assertEquals("name", Raw.text(items, "field"));
        refused(
                "<findRunItems v1><query><run>" + FakeRuns.ID + "</run><outcome>GOOD</outcome></query></findRunItems>",
                "InvalidInputFault",
                "outcome unknown_choice GOOD");
    }

    @Test
    public void leftOutStaysAndNilIsCleared() throws Exception {
        Document answer = answer(update(1, "<name>M</name><phone NIL/><address><city>D</city></address><tags NIL/>"));
        assertEquals("M", Raw.text(answer, "name"));
        assertEquals("2", Raw.text(answer, "version"));
        assertNull(Raw.text(answer, "phone"));
        assertEquals("D", Raw.text(answer, "city"));
        assertEquals("CH", Raw.text(answer, "country"));
        assertEquals("a", Raw.text(answer, "line"));
        assertTrue(server.store.lastChanges.has(CustomerField.TAGS));
        assertFalse(server.store.lastChanges.has(CustomerField.EMAIL));

        Document cleared = answer(update(2, "<address NIL/>"));
        assertNull(Raw.text(cleared, "address"));
        assertEquals("M", Raw.text(cleared, "name"));
    }

    @Test
    public void clientsThatCannotLeaveOutNameWhatTheyMean() throws Exception {
        Document answer = answer(update(
                1,
                "<code NIL/><name NIL/><phone NIL/><address><lines NIL/><city>D</city></address><tags NIL/>",
                "<only><field>phone</field><field>address.city</field><field>email</field></only>"));
        assertEquals("N", Raw.text(answer, "name"));
        assertEquals("D", Raw.text(answer, "city"));
        assertEquals("a", Raw.text(answer, "line"));
        assertNull(Raw.text(answer, "phone"));
        assertEquals(3, server.store.lastChanges.size());
        refused(
                update(2, "<name>M</name>", "<only><field>nam</field></only>"),
                "InvalidInputFault",
                "only unknown_field nam");
    }

    @Test
    public void changesThatComeTooLate() throws Exception {
        answer(update(1, "<name>M</name>"));
        assertEquals("stale_version", refused(update(1, "<name>L</name>"), "ConflictFault", null));
        assertEquals(
                "stale_version",
                refused(
                        "<archiveCustomer v1><id>" + id + "</id><version>1</version></archiveCustomer>",
                        "ConflictFault",
                        null));
        assertEquals(
                "stale_version",
                refused(
                        "<deleteCustomer v1><id>" + id + "</id><version>1</version></deleteCustomer>",
                        "ConflictFault",
                        null));
    }

    @Test
    public void archiveAndDelete() throws Exception {
        assertEquals("true", Raw.text(answer("<archiveCustomer v1><id>" + id + "</id></archiveCustomer>"), "archived"));
        assertEquals(
                "false",
                Raw.text(
                        answer("<unarchiveCustomer v1><id>" + id + "</id><version NIL/></unarchiveCustomer>"),
                        "archived"));
        answer("<createLocation v1><customerId>" + id + "</customerId><location><name>L</name><latitude NIL/>"
                + "</location></createLocation>");
        String delete = "<deleteCustomer v1><id>" + id + "</id><version>3</version></deleteCustomer>";
        assertEquals("in_use", refused(delete, "ConflictFault", null));
        server.store.locations.clear();
        assertNotNull(answer(delete));
        assertEquals("not_found", refused("<getCustomer v1><code>C</code></getCustomer>", "NotFoundFault", null));
    }

    @Test
    public void queriesArePassedOn() throws Exception {
        answer("<findLocations v1><query><text>t</text><match>SIMILAR</match><customer>" + id
                + "</customer><parent>p</parent><type>PLANT</type><status>ACTIVE</status><country>CH</country>"
                + "<tag>gold</tag><archived>ANY</archived><sort>CODE</sort><descending>true</descending>"
                + "<limit>7</limit><cursor>3</cursor></query></findLocations>");
        RecordQuery asked = server.store.lastQuery;
        assertEquals("t", asked.text());
        assertEquals(RecordQuery.Match.SIMILAR, asked.match());
        assertEquals(6, asked.where().size());
        assertEquals("p", asked.where().get(LocationField.PARENT));
        assertEquals("gold", asked.where().get(LocationField.TAGS));
        assertEquals(new RecordQuery.Sort(RecordQuery.SortKey.CODE, true), asked.sort());
        assertEquals(7, asked.limit());
        answer("<findCustomers v1><query><limit NIL/></query></findCustomers>");
        assertEquals(RecordQuery.ALL, server.store.lastQuery);
        refused(
                "<findCustomers v1><query><match>ALL</match></query></findCustomers>",
                "InvalidInputFault",
                "match unknown_choice ALL");
    }

    @Test
    public void rowsOfABulk() throws Exception {
        Document answer = answer("<bulkUpsert v1><rows>"
                + "<row><customer><code>D</code><name>D</name></customer></row>"
                + "<row><action>DROP</action><customer/></row>"
                + "<row/>"
                + "<row><location><code>L</code><name>L</name></location><ofCustomer><code>D</code></ofCustomer></row>"
                + "<row><id>x</id><customer/></row>"
                + "<row><location><parentId>p</parentId></location><partOf><code>x</code></partOf></row>"
                + "<row><customer/><ofCustomer><code>D</code></ofCustomer></row>"
                + "<row><location/><ofCustomer/></row>"
                + "</rows></bulkUpsert>");
        assertEquals("CREATED REFUSED REFUSED CREATED REFUSED REFUSED REFUSED REFUSED", Raw.texts(answer, "outcome"));
        assertEquals("action customer id partOf ofCustomer ofCustomer", Raw.texts(answer, "field"));
        assertEquals("unknown_choice one_of malformed_id one_of unknown_field required", Raw.texts(answer, "rule"));
        assertEquals("DROP x p", Raw.texts(answer, "value"));
        assertEquals(RecordKey.ofCode("D"), server.store.lastRows.get(0).key());
        assertEquals(BulkAction.UPSERT, server.store.lastRows.get(0).action());
        assertEquals(RecordType.LOCATION, server.store.lastRows.get(3).type());

        answer("<bulkUpsert v1><rows><row><action>ARCHIVE</action><id>" + id
                + "</id><reference><connection>erp</connection><externalId>7</externalId></reference>"
                + "<version>4</version><customer><code>E</code><name NIL/></customer>"
                + "<only><field>name</field></only></row></rows></bulkUpsert>");
        var row = server.store.lastRows.get(0);
        assertEquals(id, row.key().id().toString());
        assertEquals(new CrossReference("erp", "7"), row.key().reference());
        assertEquals(Long.valueOf(4), row.version());
        assertEquals(FieldValues.builder().set(CustomerField.NAME, null).build(), row.values());
    }

    @Test
    public void tooManyRows() throws Exception {
        refused(
                "<bulkUpsert v1><rows>" + "<row><customer/></row>".repeat(1001) + "</rows></bulkUpsert>",
                "InvalidInputFault",
                "rows too_many 1001");
    }

    @Test
    public void aRequestOfANameIsDoneOnce() throws Exception {
        String create =
                "<createCustomer v1><customer><name>O</name></customer><requestId>r</requestId></createCustomer>";
        String first = Raw.text(answer(create), "id");
        assertEquals(first, Raw.text(answer(create), "id"));
        assertEquals("idempotency_conflict", refused(create.replace(">O<", ">P<"), "ConflictFault", null));
        refused(create.replace(">r<", "><"), "InvalidInputFault", "requestId malformed_key ");
    }

    @Test
    public void soap12() throws Exception {
        HttpResponse<String> found = soap12("<findCustomers v1><query/></findCustomers>");
        assertEquals(200, found.statusCode());
        assertTrue(found.headers().firstValue("Content-Type").orElse("").startsWith("application/soap+xml"));
        assertEquals(SOAP_12, Raw.parse(found.body()).getDocumentElement().getNamespaceURI());

        Document fault = Raw.parse(
                soap12("<getCustomer v1><code>none</code></getCustomer>").body());
        assertTrue(Raw.text(fault, "Value"), Raw.text(fault, "Value").endsWith(":Sender"));
        assertNotNull(Raw.text(fault, "NotFoundFault"));
    }

    private static HttpResponse<String> soap12(String body) throws Exception {
        return Raw.post(
                server.recordsUrl(),
                "application/soap+xml;charset=UTF-8",
                Envelopes.of(body)
                        .replace("http://schemas.xmlsoap.org/soap/envelope/", SOAP_12)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void brokenMessagesNameFieldRuleAndValue() throws Exception {
        String[][] broken = {
            {"<getCustomer v1><idd>1</idd></getCustomer>", "idd unexpected_element null"},
            {"<getCustomer v1 a='1'/>", "a unexpected_attribute null"},
            {"<getCustomer v1>text</getCustomer>", "getCustomer unexpected_text null"},
            {"<findCustomers v1><query><limit>many</limit></query></findCustomers>", "limit malformed_value many"},
            {"<findCustomers v1/>", "findCustomers missing_element null"},
            {update(1, "").replace("<version>1", "<version>one"), "version malformed_value one"},
            {update(1, "<nope/>"), "nope unexpected_element null"},
            {update(1, "<code>1</code><code>2</code>"), "code unexpected_element null"},
            {"<deleteLocation v1><id>x</id><version>1</version></deleteLocation>", "id malformed_id x"},
            {"<getLocation v1/>", "id one_of null"},
            {"<getLocation v1><id NIL/><code NIL/></getLocation>", "id one_of null"},
            {"<findCustomers v1><query NIL/></findCustomers>", "query unexpected_nil null"},
        };
        for (String[] one : broken) {
            refused(one[0], "InvalidInputFault", one[1]);
        }
    }

    @Test
    public void nobody() throws Exception {
        var before = server.actor;
        server.actor = null;
        try {
            HttpResponse<String> answer =
                    Raw.post(server.recordsUrl(), Envelopes.of("<findCustomers v1><query/></findCustomers>"));
            assertEquals(
                    "unauthenticated: Sign in with HTTP Basic or a bearer token.",
                    Raw.text(Raw.parse(answer.body()), "faultstring"));
        } finally {
            server.actor = before;
        }
    }

    private String update(long version, String changes, String... more) {
        return "<updateCustomer v1><id>" + id + "</id><version>" + version + "</version><changes>" + changes
                + "</changes>" + String.join("", more) + "</updateCustomer>";
    }

    private static Document answer(String body) throws Exception {
        return new Envelopes(server).answer(body);
    }

    private static String refused(String body, String type, String violation) throws Exception {
        return new Envelopes(server).refused(body, type, violation);
    }
}
