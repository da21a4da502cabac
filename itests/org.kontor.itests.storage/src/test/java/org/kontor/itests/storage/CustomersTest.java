/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.account.AccountField;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.CustomerKind;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"C1", "C2", "C4", "C5", "U1"})
public class CustomersTest extends OnBothDatabases {
    @Test
    public void aNameIsEnoughAndACodeIsMade() {
        Customer made = customers.create(ME, named("Acme"));
        assertEquals("C-000001", made.code());
        assertEquals(1, made.version());
        assertEquals(made, customers.get(ME, made.id()));
        assertEquals(made, customers.getByCode(ME, made.code()));
    }

    @Test
    public void everyFieldComesBackAsItWentIn() {
        FieldValues all = FieldValues.builder()
                .set(CustomerField.CODE, "K-7")
                .set(CustomerField.NAME, "Müller & Söhne")
                .set(CustomerField.KIND, "COMPANY")
                .set(CustomerField.RELATION, "DISTRIBUTOR")
                .set(CustomerField.TAX_ID, "CHE-123.456.789")
                .set(CustomerField.EMAIL, "info@mueller.example")
                .set(CustomerField.PHONE, "+41 44 123 45 67")
                .set(CustomerField.WEB_ADDRESS, "https://mueller.example/de?x=1")
                .set(CustomerField.LANGUAGE, "de-CH")
                .set(CustomerField.CURRENCY, "CHF")
                .set(CustomerField.ADDRESS_LINES, List.of("Bahnhofstrasse 1", "3. Stock"))
                .set(CustomerField.ADDRESS_POSTAL_CODE, "8001")
                .set(CustomerField.ADDRESS_CITY, "Zürich")
                .set(CustomerField.ADDRESS_REGION, "CH-ZH")
                .set(CustomerField.ADDRESS_COUNTRY, "CH")
                .set(CustomerField.BILLING_CONTACT_NAME, "Ueli")
                .set(CustomerField.BILLING_CONTACT_EMAIL, "ueli@mueller.example")
                .set(CustomerField.BILLING_CONTACT_PHONE, "0441234567")
                .set(CustomerField.BILLING_ADDRESS_LINES, List.of("Postfach"))
                .set(CustomerField.BILLING_ADDRESS_POSTAL_CODE, "8021")
                .set(CustomerField.BILLING_ADDRESS_CITY, "Zürich")
                .set(CustomerField.BILLING_ADDRESS_REGION, "CH-ZH")
                .set(CustomerField.BILLING_ADDRESS_COUNTRY, "CH")
                .set(CustomerField.TAGS, List.of("gold", "robots"))
                .build();
        assertEquals(RecordType.CUSTOMER.fields().size(), all.size());
        Customer stored = customers.get(ME, customers.create(ME, all).id());
        assertEquals(all, stored.values());
        assertEquals(CustomerKind.COMPANY, stored.kind());
    }

    /** Some databases count a character beyond the basic plane as two. */
    @Test
    public void everyTextMayBeAsLongAsItsFieldSaysInAnyScript() {
        String emoji = "\uD83D\uDE00";
        for (RecordType type : RecordType.values()) {
            FieldValues.Builder longest = FieldValues.builder();
            for (Field field : type.fields()) {
                String text = emoji.repeat(field.maxLength());
                switch (field.valueType()) {
                    case TEXT -> longest.set(field, text);
                    case LINES -> longest.set(field, Collections.nCopies(5, text));
                    case TAGS -> longest.set(
                            field,
                            IntStream.range(10, 60)
                                    .mapToObj(i -> i + emoji.repeat(field.maxLength() - 2))
                                    .toList());
                    default -> {}
                }
            }
            if (type == RecordType.LOCATION) {
                longest.set(
                        LocationField.CUSTOMER,
                        customers.create(ME, named("Muster")).id());
            }
            if (type == RecordType.ACCOUNT) {
                longest.set(AccountField.TYPE, "PARTNER");
                longest.set(
                        AccountField.CUSTOMER,
                        customers.create(ME, named("Muster")).id());
                longest.set(AccountField.RESPONSIBLE, null); // nobody is called so
            }
            FieldValues values = longest.build();
            BusinessRecord made =
                    switch (type) {
                        case CUSTOMER -> customers.create(ME, values);
                        case LOCATION -> locations.create(ME, values);
                        case ACCOUNT -> accounts.create(ME, values);
                    };
            values.forEach((field, value) ->
                    assertEquals(field.path(), value, made.values().get(field)));
        }
    }

    @Test
    public void whatBreaksARuleIsToldAtOnceAndNothingIsWritten() throws Exception {
        FieldValues bad = FieldValues.builder()
                .set(CustomerField.NAME, " ")
                .set(CustomerField.KIND, "MARTIAN")
                .set(CustomerField.EMAIL, "nobody")
                .set(CustomerField.CURRENCY, "XYZ")
                .set(CustomerField.ADDRESS_COUNTRY, "ZZ")
                .set(CustomerField.BILLING_ADDRESS_REGION, "CH-ZH")
                .set(CustomerField.BILLING_ADDRESS_COUNTRY, "DE")
                .set(CustomerField.TAX_ID, "a\0b")
                .set(CustomerField.PHONE, 7)
                .set(CustomerField.TAGS, "gold")
                .build();
        assertViolations(
                List.of(
                        "kind unknown_choice",
                        "taxId control_character",
                        "email malformed_email",
                        "phone wrong_type",
                        "currency unknown_currency",
                        "address.country unknown_country",
                        "tags wrong_type",
                        "name required",
                        "billingAddress.region other_country"),
                () -> customers.create(ME, bad));
        assertEquals(0, database.count("SELECT count(*) FROM customer"));
        assertEquals(0, database.count("SELECT count(*) FROM change_feed"));
    }

    @Test
    public void aCodeIsTakenOnceAlsoInARace() throws Exception {
        customers.create(ME, named("First").with(set(CustomerField.CODE, "K-1")));
        assertRefused(
                ErrorCode.CODE_TAKEN, () -> customers.create(ME, named("Second").with(set(CustomerField.CODE, "K-1"))));
        List<Boolean> created = inParallel(8, i -> () -> {
            try {
                customers.create(ME, named("Racer " + i).with(set(CustomerField.CODE, "R-1")));
                return true;
            } catch (KontorException e) {
                assertEquals(ErrorCode.CODE_TAKEN, e.code());
                return false;
            }
        });
        assertEquals(1, created.stream().filter(won -> won).count());
    }

    @Test
    public void aCodeGivenByHandIsPassedOver() {
        customers.create(ME, named("By hand").with(set(CustomerField.CODE, "C-000001")));
        assertEquals("C-000002", customers.create(ME, named("Made")).code());
    }

    @Test
    public void aStaleEditIsRefusedAndNothingIsLost() throws Exception {
        Customer made = customers.create(ME, named("Acme"));
        Customer renamed = customers.update(ME, made.id(), 1, named("Acme Ltd"));
        assertEquals(2, renamed.version());
        assertRefused(ErrorCode.STALE_VERSION, () -> customers.update(ME, made.id(), 1, named("Acme Inc")));
        assertEquals("Acme Ltd", customers.get(ME, made.id()).name());
        List<Boolean> won = inParallel(8, i -> () -> {
            try {
                customers.update(ME, made.id(), 2, named("Racer " + i));
                return true;
            } catch (KontorException e) {
                assertEquals(ErrorCode.STALE_VERSION, e.code());
                return false;
            }
        });
        assertEquals(1, won.stream().filter(w -> w).count());
        assertEquals(3, customers.get(ME, made.id()).version());
    }

    @Test
    public void absentStaysNullClearsAndNoChangeWritesNothing() throws Exception {
        Customer made = customers.create(
                ME, named("Acme").with(set(CustomerField.PHONE, "0441234567")).with(set(CustomerField.TAX_ID, "1")));
        Customer cleared = customers.update(ME, made.id(), 1, set(CustomerField.PHONE, null));
        assertNull(cleared.phone());
        assertEquals("1", cleared.taxId());
        assertEquals(cleared, customers.update(ME, made.id(), 2, set(CustomerField.TAX_ID, "1")));
        assertEquals(2, database.count("SELECT count(*) FROM audit_entry"));
        assertViolations(
                List.of("code required"), () -> customers.update(ME, made.id(), 2, set(CustomerField.CODE, null)));
    }

    @Test
    public void archivedOnesLeaveListsAndStillOpen() {
        Customer made = customers.create(ME, named("Acme"));
        assertTrue(customers.setArchived(ME, made.id(), 1L, true).archived());
        assertEquals(List.of(), customers.find(ME, RecordQuery.ALL).items());
        assertEquals(
                1,
                customers
                        .find(ME, RecordQuery.ALL.withArchived(Archived.YES))
                        .items()
                        .size());
        assertEquals(
                "Still editable",
                customers.update(ME, made.id(), 2, named("Still editable")).name());
        assertFalse(customers.setArchived(ME, made.id(), null, false).archived());
        assertRefused(ErrorCode.STALE_VERSION, () -> customers.setArchived(ME, made.id(), 1L, true));
    }

    @Test
    public void theAuditTellsWhoWhatAndThroughWhat() {
        Customer made = customers.create(ME, named("Acme").with(set(CustomerField.TAGS, List.of("b", "a"))));
        customers.update(caller("you", Role.SUPER_ADMIN), made.id(), 1, named("Acme Ltd"));
        customers.setArchived(ME, made.id(), null, true);
        Page<AuditEntry> newest = journal.ofRecord(ME, RecordType.CUSTOMER, made.id(), 2, null);
        assertEquals(
                List.of(AuditAction.ARCHIVE, AuditAction.UPDATE),
                newest.items().stream().map(AuditEntry::action).toList());
        AuditEntry update = newest.items().get(1);
        assertEquals("you", update.actor());
        assertEquals("REST", update.source());
        assertEquals(List.of(new FieldChange("name", "Acme", "Acme Ltd")), update.changes());
        Page<AuditEntry> oldest = journal.ofRecord(ME, RecordType.CUSTOMER, made.id(), 2, newest.next());
        assertEquals(
                List.of(
                        new FieldChange("code", null, "C-000001"),
                        new FieldChange("name", null, "Acme"),
                        new FieldChange("tags", null, "[\"a\",\"b\"]")),
                oldest.items().get(0).changes());
        assertNull(oldest.next());
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrTwin() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, 23).forEach(i -> {
            String name = "Éclair " + (char) ('a' + i % 7); // many equal names: ties are broken by id
            names.add(name);
            customers.create(ME, named(name).with(set(CustomerField.CODE, "P-" + (100 + i))));
        });
        names.sort(null);
        for (SortKey key : SortKey.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<Customer> walked = walk(RecordQuery.ALL.withLimit(5).withSort(key, descending));
                assertEquals(23, walked.size());
                assertEquals(23, walked.stream().map(Customer::id).distinct().count());
                if (key == SortKey.NAME && !descending) {
                    assertEquals(names, walked.stream().map(Customer::name).toList());
                }
            }
        }
        customers.setArchived(ME, walk(RecordQuery.ALL).get(3).id(), null, true);
        assertEquals(
                23,
                walk(RecordQuery.ALL.withLimit(5).withArchived(Archived.ANY)).size());
        assertEquals(22, walk(RecordQuery.ALL.withLimit(5)).size());
    }

    private List<Customer> walk(RecordQuery query) {
        List<Customer> walked = new ArrayList<>();
        String cursor = null;
        do {
            Page<Customer> page = customers.find(ME, query.withCursor(cursor));
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return walked;
    }

    @Test
    public void searchFindsBeginningsOfWordsWhateverTheAccents() {
        Customer zurich = customers.create(
                ME,
                named("Zürcher Käse AG")
                        .with(set(CustomerField.EMAIL, "info@kaese.example"))
                        .with(set(CustomerField.ADDRESS_COUNTRY, "CH")));
        customers.create(ME, named("Berner Brot").with(set(CustomerField.ADDRESS_COUNTRY, "DE")));
        for (String text : List.of("zurch", "ZÜRCHER", "kase zur", "info kaese", "C-000001")) {
            assertEquals(
                    text,
                    List.of(zurich),
                    customers.find(ME, RecordQuery.ALL.withText(text)).items());
        }
        for (String text : List.of("rcher", "zurch brot", "'; DROP TABLE customer; --", "%", "\0")) {
            assertEquals(
                    text,
                    List.of(),
                    customers.find(ME, RecordQuery.ALL.withText(text)).items());
        }
        assertEquals(
                List.of(zurich),
                customers
                        .find(ME, RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "ch"))
                        .items());
        Customer renamed = customers.update(ME, zurich.id(), 1, named("Basler Läckerli"));
        assertEquals(
                List.of(), customers.find(ME, RecordQuery.ALL.withText("zurch")).items());
        assertEquals(
                List.of(renamed),
                customers.find(ME, RecordQuery.ALL.withText("lack")).items());
    }

    @Test
    public void forgedAndForeignCursorsAreRefused() {
        IntStream.range(0, 3).forEach(i -> customers.create(ME, named("N" + i)));
        String next = customers.find(ME, RecordQuery.ALL.withLimit(1)).next();
        for (String cursor : List.of("", "x", "AAAA", next.substring(1), next + "A", next.replace('A', 'B') + "!")) {
            assertRefused(ErrorCode.INVALID_CURSOR, () -> customers.find(ME, RecordQuery.ALL.withCursor(cursor)));
        }
        assertRefused(
                ErrorCode.INVALID_CURSOR,
                () -> customers.find(ME, RecordQuery.ALL.withText("n").withCursor(next)));
    }

    @Test
    public void aCustomerComesWithItsLocationsOrNotAtAll() throws Exception {
        FieldValues good = set(LocationField.NAME, "Plant");
        FieldValues bad = set(LocationField.NAME, "Moon base").with(set(LocationField.LATITUDE, "91"));
        assertViolations(
                List.of("locations[1].latitude out_of_range"),
                () -> customers.createWithLocations(ME, named("Acme"), List.of(good, bad)));
        assertEquals(0, database.count("SELECT count(*) FROM customer"));
        CustomerWithLocations made = customers.createWithLocations(ME, named("Acme"), List.of(good, good));
        assertEquals(2, made.locations().size());
        assertEquals(made.customer().id(), made.locations().get(1).customerId());
    }

    @Test
    public void rolesDecide() {
        assertRefused(ErrorCode.ACCESS_DENIED, () -> customers.create(caller("r", Role.READ_ONLY), named("Acme")));
        customers.find(caller("r", Role.READ_ONLY), RecordQuery.ALL);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> customers.find(caller("stranger"), RecordQuery.ALL));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.get(ME, UUID.randomUUID()));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.getByCode(ME, "NO-SUCH-CODE"));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.getByCode(ME, "NUL\0"));
    }

    static <T> List<T> inParallel(int threads, java.util.function.IntFunction<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads).mapToObj(work).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
