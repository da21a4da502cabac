/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantine;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.Side;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;

/** What cannot be taken in waits, is edited, comes back by itself. */
@Shows("S10")
public class QuarantineTest extends OnBothDatabases {
    private ItemResult read(RecordType type, SourceRecord record) {
        UUID run = engine.begin("erp", type, "test");
        return engine.upsert("erp", new Batch(run, type, List.of(record), SyncRules.PLAIN, null))
                .get(0);
    }

    private static SourceRecord mail(String email) {
        FieldValues values = FieldValues.builder()
                .set(CustomerField.NAME, "Acme")
                .set(CustomerField.EMAIL, email)
                .build();
        return new SourceRecord("1", values, Map.of(), null, null);
    }

    private List<Quarantined> waiting() {
        return quarantine.list(ME, QuarantineQuery.ALL, 200, null).items();
    }

    private static Map<String, Object> edit(String field, Object value) {
        Map<String, Object> edits = new HashMap<>();
        edits.put(field, value);
        return edits;
    }

    @Test
    public void itTellsReasonValuesTimesAndAttempts() {
        read(RecordType.CUSTOMER, mail("not an address"));
        Quarantined first = waiting().get(0);
        assertEquals(
                List.of("erp", RecordType.CUSTOMER, "1", "invalid_input", 1),
                List.of(first.connection(), first.type(), first.externalId(), first.error(), first.attempts()));
        assertEquals("email", first.violations().get(0).field());
        assertEquals(Map.of("name", "Acme", "email", "not an address"), first.values());
        assertNull(first.recordId());
        read(RecordType.CUSTOMER, mail("still not"));
        Quarantined second = waiting().get(0);
        assertEquals(
                List.of(first.id(), 2, first.firstSeen()), List.of(second.id(), second.attempts(), second.firstSeen()));
        assertFalse(second.lastSeen().isBefore(first.lastSeen()));
        assertEquals("still not", second.values().get("email"));
        assertEquals(second, quarantine.get(ME, second.id()));
    }

    @Test
    public void aLaterGoodVersionSolvesIt() {
        read(RecordType.CUSTOMER, mail("not an address"));
        assertEquals(
                Outcome.CREATED,
                read(RecordType.CUSTOMER, mail("info@acme.example")).outcome());
        assertEquals(List.of(), waiting());
    }

    @Test
    public void itIsShownOnTheRecordThatItWouldChange() {
        UUID id = read(RecordType.CUSTOMER, mail("info@acme.example")).recordId();
        read(RecordType.CUSTOMER, mail("not an address"));
        QuarantineQuery ofRecord = new QuarantineQuery(null, null, id, null);
        assertEquals(1, quarantine.list(ME, ofRecord, 10, null).items().size());
        assertEquals("info@acme.example", customers.get(ME, id).email());
        assertEquals(
                "taken back there",
                Outcome.UNCHANGED,
                read(RecordType.CUSTOMER, mail("info@acme.example")).outcome());
        assertEquals(List.of(), waiting());
    }

    @Test
    public void anEditCountsUntilTheyChangeItThere() {
        read(RecordType.CUSTOMER, mail("not an address"));
        UUID ward = waiting().get(0).id();
        ItemResult replayed = quarantine.replay(ME, ward, edit("email", "info@acme.example"), null);
        assertEquals(Outcome.CREATED, replayed.outcome());
        assertEquals(
                "me", customers.get(ME, replayed.recordId()).header().changed().by());
        assertEquals(List.of(), waiting());
        assertEquals(
                "they tell it wrongly still",
                Outcome.UNCHANGED,
                read(RecordType.CUSTOMER, mail("not an address")).outcome());
        assertEquals("info@acme.example", customers.get(ME, replayed.recordId()).email());
        assertEquals(
                Outcome.UPDATED,
                read(RecordType.CUSTOMER, mail("new@acme.example")).outcome());
        assertEquals("new@acme.example", customers.get(ME, replayed.recordId()).email());
    }

    @Test
    public void aBadEditChangesNothing() {
        read(RecordType.CUSTOMER, mail("not an address"));
        UUID ward = waiting().get(0).id();
        assertViolations(List.of("fax unknown_field"), () -> quarantine.replay(ME, ward, edit("fax", "1"), null));
        assertViolations(
                List.of("archived wrong_type"), () -> quarantine.replay(ME, ward, edit("archived", "no"), null));
        assertEquals(
                Outcome.REFUSED,
                quarantine.replay(ME, ward, edit("email", "nor this"), null).outcome());
        assertEquals(
                "what was told stays",
                "not an address",
                waiting().get(0).values().get("email"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> quarantine.replay(caller("nobody"), ward, Map.of(), null));
    }

    @Test
    public void aLocationThatCameBeforeItsCustomerIsTakenInWithAllOthers() {
        SourceRecord site = new SourceRecord(
                "s1",
                FieldValues.builder().set(LocationField.NAME, "Site").build(),
                Map.of(LocationField.CUSTOMER, "1"),
                null,
                null);
        assertEquals(Outcome.REFUSED, read(RecordType.LOCATION, site).outcome());
        read(RecordType.CUSTOMER, mail("info@acme.example"));
        read(RecordType.CUSTOMER, new SourceRecord("2", named(""), Map.of(), null, null));
        assertEquals(new Quarantine.Replayed(1, 1), quarantine.replayAll(ME, QuarantineQuery.ALL));
        assertEquals(
                List.of("2"), waiting().stream().map(Quarantined::externalId).toList());
    }

    @Test
    public void dismissedItComesBackOnlyWhenItIsRefusedAgain() {
        read(RecordType.CUSTOMER, mail("not an address"));
        UUID ward = waiting().get(0).id();
        quarantine.dismiss(ME, ward);
        assertEquals(List.of(), waiting());
        assertRefused(ErrorCode.NOT_FOUND, () -> quarantine.dismiss(ME, ward));
        assertRefused(ErrorCode.NOT_FOUND, () -> quarantine.get(ME, ward));
        read(RecordType.CUSTOMER, mail("not an address"));
        assertEquals(1, waiting().get(0).attempts());
    }

    @Test
    public void whatCouldNotEvenBeMappedIsThereWithWhatCould() {
        SourceRecord half = new SourceRecord(
                "1",
                named("Acme"),
                Map.of(),
                null,
                KontorException.invalid("address.country", "country_unknown", "There is no such country.", "XX"));
        read(RecordType.CUSTOMER, half);
        Quarantined ward = waiting().get(0);
        assertEquals(Map.of("name", "Acme"), ward.values());
        assertEquals(
                Outcome.CREATED,
                quarantine
                        .replay(ME, ward.id(), edit("address.country", "CH"), null)
                        .outcome());
    }

    @Test
    public void whatNoDatabaseCouldLookForIsRefused() {
        assertViolations(
                List.of("error malformed"),
                () -> quarantine.replayAll(ME, new QuarantineQuery(null, null, null, "a\u0000b")));
        assertViolations(
                List.of("field malformed"),
                () -> conflicts.decideAll(ME, new ConflictQuery(null, null, null, "a\u0000b"), Side.OURS));
    }

    @Test
    public void pagesAreTurnedByCursor() {
        for (int i = 0; i < 5; i++) {
            read(RecordType.CUSTOMER, new SourceRecord("n" + i, named(""), Map.of(), null, null));
        }
        var first = quarantine.list(ME, QuarantineQuery.ALL, 3, null);
        var second = quarantine.list(ME, QuarantineQuery.ALL, 3, first.next());
        assertEquals(List.of(3, 2), List.of(first.items().size(), second.items().size()));
        assertNull(second.next());
    }
}
