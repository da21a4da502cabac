/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.feed.Change;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.spi.record.Draft;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Records replaced and deleted. */
@Shows({"C4", "C6", "U1", "U2", "V1"})
public class EditsTest extends OnBothDatabases {
    @Test
    public void aReplacementClearsWhatItDoesNotName() {
        Customer made = customers.create(
                ME,
                named("Acme")
                        .with(set(CustomerField.CODE, "K-1"))
                        .with(set(CustomerField.PHONE, "0441234567"))
                        .with(set(CustomerField.TAGS, List.of("gold"))));
        Customer replaced =
                customers.replace(ME, made.id(), 1, named("Acme Ltd").with(set(CustomerField.TAX_ID, "7")));
        assertEquals(
                named("Acme Ltd").with(set(CustomerField.CODE, "K-1")).with(set(CustomerField.TAX_ID, "7")),
                replaced.values());
        assertEquals(replaced, customers.get(ME, made.id()));
        assertEquals(
                "nothing of the old is found",
                List.of(),
                customers
                        .find(ME, RecordQuery.ALL.where(CustomerField.TAGS, "gold"))
                        .items());
        assertEquals(
                "the same again writes nothing",
                2,
                customers.replace(ME, made.id(), 2, replaced.values()).version());
        assertRefused(ErrorCode.STALE_VERSION, () -> customers.replace(ME, made.id(), 1, named("Stale")));
        assertViolations(
                List.of("name required"), () -> customers.replace(ME, made.id(), 2, set(CustomerField.TAX_ID, "8")));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.replace(ME, UUID.randomUUID(), 1, named("Nobody")));

        Location site = site(made, "Site", null);
        Location moved = locations.replace(ME, site(made, "Room", site).id(), 1, set(LocationField.NAME, "Hall"));
        assertEquals("a location stays with its customer", made.id(), moved.customerId());
        assertNull(moved.parentId());
    }

    @Test
    public void onlyThatOnWhichNothingHangsIsDeleted() {
        Customer customer = customers.create(ME, named("Acme"));
        Location site = site(customer, "Site", null);
        Location room = site(customer, "Room", site);
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, customer.id(), 1));
        assertRefused(ErrorCode.IN_USE, () -> locations.delete(ME, site.id(), 1));
        assertRefused(ErrorCode.STALE_VERSION, () -> locations.delete(ME, room.id(), 2));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> locations.delete(caller("r", Role.READ_ONLY), room.id(), 1));
        locations.delete(ME, room.id(), 1);
        assertRefused(ErrorCode.NOT_FOUND, () -> locations.delete(ME, room.id(), 1));
        locations.setArchived(ME, site.id(), 1L, true);
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, customer.id(), 1));
        locations.delete(ME, site.id(), 2);
        customers.delete(ME, customer.id(), 1);
        assertEquals(List.of(), customers.find(ME, RecordQuery.ALL).items());
    }

    @Test
    public void whatAnExternalSystemKeepsInStepIsNotDeleted() {
        UUID id = unitOfWork.write(ME, transaction -> new RuledRecordWriter()
                .write(
                        ME,
                        transaction,
                        RecordType.CUSTOMER,
                        List.of(new Draft(null, null, named("Acme"), null, null, new CrossReference("erp", "7"))))
                .get(0)
                .record()
                .id());
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, id, 1));
        assertEquals("Acme", customers.get(ME, id).name());
    }

    @Test
    public void theAuditOutlivesTheRecordAndTheFeedTells() throws Exception {
        FieldValues values =
                named("Acme").with(set(CustomerField.CODE, "K-1")).with(set(CustomerField.TAGS, List.of("x")));
        Customer made = customers.create(ME, values);
        customers.delete(ME, made.id(), 1);
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.get(ME, made.id()));
        assertEquals(0, database.count("SELECT count(*) FROM search_word WHERE record_type = 'customer'"));

        List<AuditEntry> audit =
                journal.ofRecord(ME, RecordType.CUSTOMER, made.id(), 10, null).items();
        assertEquals(
                List.of(AuditAction.DELETE, AuditAction.CREATE),
                audit.stream().map(AuditEntry::action).toList());
        assertTrue(
                audit.get(0).changes().toString(),
                audit.get(0).changes().contains(new FieldChange("name", "Acme", null)));
        List<Change> feed = journal.read(ME, 0, 10);
        assertEquals(
                List.of(AuditAction.CREATE, AuditAction.DELETE),
                feed.stream().map(Change::action).toList());
        assertEquals(made.id(), feed.get(1).recordId());
        assertEquals(audit.get(0).id(), feed.get(1).auditId());

        assertEquals("its code is free", "K-1", customers.create(ME, values).code());
    }

    /** Locations come while their customer goes: either it went first, or it stays. */
    @Test
    public void aCustomerDoesNotGoUnderItsLocations() throws Exception {
        for (int round = 0; round < 5; round++) {
            Customer customer = customers.create(ME, named("Round " + round));
            List<Boolean> done = CustomersTest.inParallel(4, i -> () -> {
                try {
                    if (i % 2 == 0) {
                        customers.delete(ME, customer.id(), 1);
                    } else {
                        site(customer, "Site " + i, null);
                    }
                    return true;
                } catch (KontorException e) {
                    assertTrue(
                            e.code() + " " + e.getMessage(),
                            List.of(
                                            ErrorCode.IN_USE,
                                            ErrorCode.NOT_FOUND,
                                            ErrorCode.INVALID_INPUT,
                                            ErrorCode.DATABASE_REFUSED)
                                    .contains(e.code()));
                    return false;
                }
            });
            long sites = (done.get(1) ? 1 : 0) + (done.get(3) ? 1 : 0);
            assertEquals(
                    sites, database.count("SELECT count(*) FROM location WHERE customer_id = '" + customer.id() + "'"));
            assertEquals(
                    sites > 0 ? 1 : 0,
                    database.count("SELECT count(*) FROM customer WHERE id = '" + customer.id() + "'"));
        }
    }
}
