/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.feed.Change;
import org.kontor.api.location.Location;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.core.journal.Journal;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.SealedPages;
import org.kontor.persistence.store.JpaFeedStore;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

/** What changed: for people the audit of all records, for programs the feed. */
@Shows({"U1", "U2"})
public class AuditTest extends OnBothDatabases {
    private static AuditQuery all(int limit, String cursor) {
        return new AuditQuery(null, null, null, null, null, null, limit, cursor);
    }

    private List<String> found(AuditQuery query) {
        return journal.find(ME, query).items().stream()
                .map(entry -> entry.action() + " " + entry.recordType() + " " + entry.actor())
                .toList();
    }

    @Test
    public void theAuditIsFilteredAndPaged() {
        CallContext you = new CallContext(
                caller("you", Role.SUPER_ADMIN).actor(), null, Source.connection("erp"), "correlation", null);
        Customer customer = customers.create(ME, named("Acme"));
        Location site = site(customer, "Site", null);
        customers.update(you, customer.id(), 1, named("Acme Ltd"));
        locations.delete(ME, site.id(), 1);
        List<String> newest =
                List.of("DELETE location me", "UPDATE customer you", "CREATE location me", "CREATE customer me");
        assertEquals(newest, found(all(10, null)));

        List<AuditEntry> walked = new ArrayList<>();
        String cursor = null;
        do {
            Page<AuditEntry> page = journal.find(ME, all(1, cursor));
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(journal.find(ME, all(10, null)).items(), walked);

        assertEquals(
                List.of(newest.get(0), newest.get(2)),
                found(new AuditQuery(RecordType.LOCATION, null, null, null, null, null, 10, null)));
        assertEquals(
                "also when it is gone",
                List.of(newest.get(0), newest.get(2)),
                found(new AuditQuery(null, site.id(), null, null, null, null, 10, null)));
        assertEquals(List.of(newest.get(1)), found(new AuditQuery(null, null, "you", null, null, null, 10, null)));
        assertEquals(
                List.of(newest.get(1)),
                found(new AuditQuery(null, null, null, "CONNECTION:erp", null, null, 10, null)));
        assertEquals(List.of(), found(new AuditQuery(null, UUID.randomUUID(), null, null, null, null, 10, null)));

        Instant second = walked.get(1).at();
        assertEquals(
                "from is in",
                newest.subList(0, 2),
                found(new AuditQuery(null, null, null, null, second, null, 10, null)));
        assertEquals(
                "until is out",
                newest.subList(2, 4),
                found(new AuditQuery(null, null, null, null, null, second, 10, null)));
        assertEquals(List.of(), found(new AuditQuery(null, null, null, null, second, second, 10, null)));
    }

    @Test
    public void whatCannotBeAskedIsRefused() {
        Customer customer = customers.create(ME, named("Acme"));
        customers.update(ME, customer.id(), 1, named("Acme Ltd"));
        for (Instant far : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            assertViolations(
                    List.of("from out_of_range"),
                    () -> journal.find(ME, new AuditQuery(null, null, null, null, far, null, 10, null)));
        }
        assertViolations(
                List.of("actor malformed"),
                () -> journal.find(ME, new AuditQuery(null, null, "a\0b", null, null, null, 10, null)));
        assertViolations(List.of("limit out_of_range"), () -> journal.find(ME, all(201, null)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> journal.find(caller("stranger"), all(10, null)));
        String next = journal.find(ME, all(1, null)).next();
        assertNotNull(next);
        assertRefused(
                ErrorCode.INVALID_CURSOR,
                () -> journal.find(ME, new AuditQuery(null, null, "me", null, null, null, 1, next)));
    }

    @Test
    public void theFeedGoesOnWhereAReaderStoppedAlsoAfterARestart() {
        customers.create(ME, named("A"));
        customers.create(ME, named("B"));
        Page<Change> first = journal.resume(ME, null, 1);
        Page<Change> second = journal.resume(ME, first.next(), 10);
        assertEquals(List.of(1L), first.items().stream().map(Change::position).toList());
        assertEquals(List.of(2L), second.items().stream().map(Change::position).toList());

        Cursors again = new Cursors(new JpaServerSecrets(database.factory()));
        Journal restarted =
                new Journal(unitOfWork, new JpaFeedStore(database.factory()), again, new SealedPages(again));
        Page<Change> nothing = restarted.resume(ME, second.next(), 10);
        assertEquals(List.of(), nothing.items());
        customers.create(ME, named("C"));
        assertEquals(
                List.of(3L),
                restarted.resume(ME, nothing.next(), 10).items().stream()
                        .map(Change::position)
                        .toList());
        for (String forged : List.of(
                "", "3", first.next() + "A", journal.find(ME, all(1, null)).next())) {
            assertRefused(ErrorCode.INVALID_CURSOR, () -> journal.resume(ME, forged, 10));
        }
        assertViolations(List.of("limit out_of_range"), () -> journal.resume(ME, null, 1001));
    }
}
