/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

@Shows("C11")
public class BulkTest extends OnBothDatabases {
    private static RecordKey ref(String externalId) {
        return RecordKey.ofReference(new CrossReference("erp", externalId));
    }

    private static RecordKey code(String code) {
        return RecordKey.ofCode(code);
    }

    private static BulkRow customer(BulkAction action, RecordKey key, FieldValues values) {
        return new BulkRow(RecordType.CUSTOMER, action, key, null, values, Map.of(), null);
    }

    private static BulkRow upsert(RecordKey key, String name) {
        return customer(BulkAction.UPSERT, key, named(name));
    }

    private Account partner() {
        return accounts.create(
                ME,
                FieldValues.builder()
                        .set(AccountField.NAME, "North")
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(
                                AccountField.CUSTOMER,
                                customers.create(ME, named("North")).id())
                        .build());
    }

    private static BulkRow location(RecordKey key, String name, Map<Field, RecordKey> references) {
        return new BulkRow(
                RecordType.LOCATION, BulkAction.UPSERT, key, null, set(LocationField.NAME, name), references, null);
    }

    private List<BulkResult> write(BulkRow... rows) {
        return bulk.write(ME, List.of(rows));
    }

    /** {@code CREATED}, or {@code error}, or {@code error field rule} of each result. */
    private static List<String> told(List<BulkResult> results) {
        return results.stream()
                .map(result -> result.error() == null
                        ? result.outcome().name()
                        : result.error()
                                + (result.violations().isEmpty()
                                        ? ""
                                        : " " + result.violations().get(0).field() + " "
                                                + result.violations().get(0).rule()))
                .toList();
    }

    @Test
    public void aRowIsMatchedByIdElseByReferenceElseByCode() {
        Customer byHand = customers.create(ME, named("By hand").with(set(CustomerField.CODE, "K-1")));
        List<BulkResult> results = write(
                upsert(new RecordKey(null, new CrossReference("erp", "1"), "K-1"), "Found by code"),
                upsert(ref("1"), "Found by reference"),
                upsert(RecordKey.ofId(byHand.id()), "Found by id"),
                upsert(new RecordKey(null, new CrossReference("erp", "2"), "K-2"), "New"),
                upsert(RecordKey.NONE, "New, too"));
        assertEquals(List.of("UPDATED", "UPDATED", "UPDATED", "CREATED", "CREATED"), told(results));
        Customer now = customers.get(ME, byHand.id());
        assertEquals("Found by id", now.name());
        assertEquals(4, now.version());
        assertEquals(4, results.get(2).version());
        assertEquals(List.of(new CrossReference("erp", "1")), now.crossReferences());
        assertEquals("K-2", customers.get(ME, results.get(3).id()).code());
        assertEquals(
                results.get(4).code(), customers.get(ME, results.get(4).id()).code());
    }

    @Test
    public void eachActionMeansWhatItSays() {
        List<BulkResult> results = write(
                customer(BulkAction.CREATE, code("K-1"), named("One")),
                customer(BulkAction.CREATE, code("K-1"), named("One")),
                customer(BulkAction.UPDATE, code("K-2"), named("Two")),
                customer(BulkAction.ARCHIVE, code("K-2"), FieldValues.EMPTY),
                customer(BulkAction.UPDATE, RecordKey.ofId(UUID.randomUUID()), named("Three")),
                customer(BulkAction.UPSERT, RecordKey.ofId(UUID.randomUUID()), named("Three")),
                customer(BulkAction.CREATE, RecordKey.ofId(UUID.randomUUID()), named("Three")),
                customer(BulkAction.UPDATE, RecordKey.NONE, named("Three")),
                customer(BulkAction.ARCHIVE, code("K-1"), named("Gone")),
                customer(BulkAction.UPSERT, code("K-1"), named("Gone")),
                customer(BulkAction.UNARCHIVE, code("K-1"), FieldValues.EMPTY));
        assertEquals(
                List.of(
                        "CREATED",
                        "code_taken",
                        "not_found",
                        "not_found",
                        "not_found",
                        "not_found",
                        "invalid_input id read_only",
                        "invalid_input id required",
                        "ARCHIVED",
                        "UNCHANGED",
                        "UNARCHIVED"),
                told(results));
        assertEquals("Gone", customers.getByCode(ME, "K-1").name());
    }

    @Test
    @Shows("C4")
    public void aStaleVersionIsRefusedAndWhatIsUnchangedIsNotWritten() throws Exception {
        write(upsert(code("K-1"), "One"), upsert(code("K-2"), "Two"));
        long audits = database.count("SELECT count(*) FROM audit_entry");
        BulkRow stale =
                new BulkRow(RecordType.CUSTOMER, BulkAction.UPDATE, code("K-1"), 7L, named("X"), Map.of(), null);
        BulkRow based =
                new BulkRow(RecordType.CUSTOMER, BulkAction.UPDATE, code("K-1"), 1L, named("One!"), Map.of(), null);
        BulkRow missing =
                new BulkRow(RecordType.CUSTOMER, BulkAction.UPSERT, code("K-3"), 1L, named("X"), Map.of(), null);
        assertEquals(
                List.of("stale_version", "UPDATED", "UNCHANGED", "not_found"),
                told(write(stale, based, upsert(code("K-2"), "Two"), missing)));
        assertEquals(audits + 1, database.count("SELECT count(*) FROM audit_entry"));
    }

    @Test
    public void aReferenceIsNeverMoved() {
        write(upsert(ref("1"), "One"), upsert(ref("2"), "Two"));
        UUID one = write(upsert(ref("1"), "One")).get(0).id();
        assertEquals(
                List.of(
                        "invalid_input reference taken",
                        "invalid_input reference other_reference",
                        "invalid_input reference taken"),
                told(write(
                        upsert(new RecordKey(one, new CrossReference("erp", "2"), null), "Thief"),
                        upsert(new RecordKey(one, new CrossReference("erp", "3"), null), "Twice"),
                        customer(BulkAction.CREATE, ref("2"), named("Again")))));
        assertEquals(
                List.of("invalid_input reference.externalId malformed_id", "invalid_input code malformed_code"),
                told(write(upsert(ref("\0"), "Bad"), upsert(code("a b"), "Bad"))));
    }

    @Test
    @Shows("C6")
    public void aLocationFindsItsCustomerAndParentInTheSameCall() {
        List<BulkResult> results = write(
                location(code("L-0"), "Too early", Map.of(LocationField.CUSTOMER, ref("1"))),
                upsert(ref("1"), "One"),
                location(code("L-1"), "Site", Map.of(LocationField.CUSTOMER, ref("1"))),
                location(
                        code("L-2"),
                        "Room",
                        Map.of(LocationField.CUSTOMER, ref("1"), LocationField.PARENT, code("L-1"))),
                upsert(RecordKey.NONE, "Two"),
                location(code("L-3"), "Lost", Map.of(LocationField.CUSTOMER, code("nowhere"))),
                customer(BulkAction.ARCHIVE, ref("1"), FieldValues.EMPTY),
                location(code("L-4"), "Late", Map.of(LocationField.CUSTOMER, ref("1"))));
        assertEquals(
                List.of(
                        "invalid_input customerId unknown_reference",
                        "CREATED",
                        "CREATED",
                        "CREATED",
                        "CREATED",
                        "invalid_input customerId unknown_reference",
                        "ARCHIVED",
                        "archived"),
                told(results));
        Location room = locations.get(ME, results.get(3).id());
        assertEquals(results.get(1).id(), room.customerId());
        assertEquals(results.get(2).id(), room.parentId());
    }

    /** Two moves that are fine each by itself, but close a cycle together. */
    @Test
    @Shows("C6")
    public void movesOfOneCustomerAreCheckedOneAfterTheOther() {
        Customer acme = customers.create(ME, named("Acme"));
        Location a = site(acme, "A", null);
        Location below = site(acme, "A below", a);
        Location b = site(acme, "B", null);
        Location underB = site(acme, "B below", b);
        BulkRow first =
                location(RecordKey.ofId(a.id()), "A", Map.of(LocationField.PARENT, RecordKey.ofId(underB.id())));
        BulkRow second =
                location(RecordKey.ofId(b.id()), "B", Map.of(LocationField.PARENT, RecordKey.ofId(below.id())));
        assertEquals(List.of("UPDATED", "invalid_input parentId cycle"), told(write(first, second)));
    }

    @Test
    public void aBadRowKeepsNoOtherFromBeingWritten() {
        List<BulkResult> results = write(
                upsert(code("K-1"), "One"),
                BulkRow.refused(
                        RecordType.LOCATION, new KontorException(ErrorCode.MALFORMED_BODY, "The line is no JSON.")),
                customer(BulkAction.UPSERT, code("K-2"), set(CustomerField.EMAIL, "x")),
                upsert(code("K-3"), "Three"));
        assertEquals(
                List.of("CREATED", "malformed_body", "invalid_input email malformed_email", "CREATED"), told(results));
        assertEquals(RecordType.LOCATION, results.get(1).type());
        assertEquals(2, results.get(2).violations().size());
    }

    @Test
    public void whatTheDatabaseRefusesIsNarrowedDownToOneRow() throws Exception {
        database.run("ALTER TABLE customer ADD CONSTRAINT no_seven CHECK (name <> 'Seven')");
        List<BulkRow> rows = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> rows.add(upsert(RecordKey.NONE, i == 7 ? "Seven" : "N" + i)));
        CallContext once = ME.withRequest(RequestKey.of("key", "halves", "d"));
        List<BulkResult> results = bulk.write(once, rows);
        assertEquals("database_refused", results.get(7).error());
        assertEquals(19, told(results).stream().filter("CREATED"::equals).count());
        // also when the database would take it now: what was answered stays
        database.run("ALTER TABLE customer DROP CONSTRAINT no_seven");
        assertEquals(results, bulk.write(once, rows));
        assertEquals(19, database.count("SELECT count(*) FROM customer"));
    }

    @Test
    @Shows("V1")
    public void theSameCallAgainGivesTheSameResultsAndWritesNothing() throws Exception {
        CallContext once = ME.withRequest(RequestKey.of("key", "key", "digest"));
        List<BulkRow> rows = List.of(upsert(RecordKey.NONE, "One"), upsert(code("a b"), "Bad"));
        List<BulkResult> results = bulk.write(once, rows);
        assertEquals(results, bulk.write(once, rows));
        assertEquals(1, database.count("SELECT count(*) FROM customer"));
        assertRefused(
                ErrorCode.IDEMPOTENCY_CONFLICT,
                () -> bulk.write(ME.withRequest(RequestKey.of("key", "key", "another")), rows));
        assertNotEquals(results, bulk.write(ME, rows));
    }

    @Test
    public void whoMayNotWriteAndWhatIsTooMuchIsRefusedAsAWhole() {
        List<BulkRow> row = List.of(upsert(RecordKey.NONE, "One"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> bulk.write(caller("reader", Role.READ_ONLY), row));
        List<BulkRow> many = java.util.Collections.nCopies(1001, row.get(0));
        assertRefused(ErrorCode.INVALID_INPUT, () -> bulk.write(ME, many));
        assertTrue(bulk.write(ME, List.of()).isEmpty());
    }

    /** Connections are the operator's: what stands behind an id of theirs must not come to who only names it. */
    @Test
    @Shows({"P6", "S2"})
    public void onlyTheOperatorNamesIdsOfConnections() {
        Account partner = partner();
        assertEquals(List.of("CREATED"), told(write(upsert(ref("1"), "The operator's"))));
        CallContext there = CallContext.of(
                new Actor(UUID.randomUUID(), "paula", partner.id(), Set.of(Role.PARTNER_ADMIN)), Source.REST);
        List<BulkResult> results = bulk.write(
                there,
                List.of(
                        upsert(ref("1"), "Taken"),
                        upsert(ref("2"), "Claimed"),
                        upsert(code("P-1"), "Mine"),
                        location(code("L-1"), "Plant", Map.of(LocationField.CUSTOMER, ref("1")))));
        assertEquals(
                List.of(
                        "invalid_input reference operators_only",
                        "invalid_input reference operators_only",
                        "CREATED",
                        "invalid_input customerId.reference operators_only"),
                told(results));
        UUID mine = results.get(2).id();
        assertEquals(
                List.of("invalid_input reference operators_only"),
                told(write(new BulkRow(
                        RecordType.CUSTOMER,
                        BulkAction.UPDATE,
                        new RecordKey(mine, new CrossReference("erp", "2"), null),
                        null,
                        named("Linked"),
                        Map.of(),
                        null))));
        assertEquals(List.of(), customers.get(there, mine).crossReferences());
    }

    /** One key for the same request in two accounts: the second one is another request, and not done already. */
    @Test
    @Shows("V1")
    public void theSameRequestForAnotherAccountIsAnother() {
        Account partner = partner();
        CallContext there = accounts.within(ME, partner.id());
        RequestKey key = RequestKey.of("key", "monthly", "digest");
        List<BulkRow> rows = List.of(upsert(code("K-1"), "One"));
        assertEquals(List.of("CREATED"), told(bulk.write(ME.withRequest(key), rows)));
        assertRefused(ErrorCode.IDEMPOTENCY_CONFLICT, () -> bulk.write(there.withRequest(key), rows));
    }
}
