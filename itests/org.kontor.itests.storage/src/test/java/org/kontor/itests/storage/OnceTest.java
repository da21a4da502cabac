/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.spi.store.Answers;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

/** Requests that carry a key are done once. */
@Shows("V1")
public class OnceTest extends OnBothDatabases {
    private final AtomicInteger repeated = new AtomicInteger();

    private CallContext me(String key, String digest) {
        return ME.withRequest(RequestKey.of("key", key, digest).whenRepeated(repeated::incrementAndGet));
    }

    @Test
    public void theSameAgainIsAnsweredAsTheFirstTime() throws Exception {
        Customer first = customers.create(me("k", "d"), named("Acme").with(set(CustomerField.TAGS, List.of("a", "b"))));
        assertEquals(0, repeated.get());
        customers.update(ME, first.id(), 1, named("Renamed meanwhile"));
        assertEquals(first, customers.create(me("k", "d"), named("Acme")));
        assertEquals(1, repeated.get());
        assertEquals(1, database.count("SELECT count(*) FROM customer"));
        assertEquals(2, database.count("SELECT count(*) FROM audit_entry"));
        assertRefused(ErrorCode.IDEMPOTENCY_CONFLICT, () -> customers.create(me("k", "other"), named("Beta")));
        customers.delete(ME, first.id(), 2);
        assertEquals("also when it is gone", first, customers.create(me("k", "d"), named("Acme")));

        CallContext you = caller("you", Role.SUPER_ADMIN).withRequest(RequestKey.of("key", "k", "d"));
        assertNotEquals(
                "a key is its caller's",
                first.id(),
                customers.create(you, named("Acme")).id());
    }

    @Test
    public void allKindsOfValuesAreRemembered() {
        Customer customer = customers.create(ME, named("Acme"));
        FieldValues values = FieldValues.builder()
                .set(LocationField.NAME, "Site")
                .set(LocationField.CUSTOMER, customer.id())
                .set(LocationField.LATITUDE, "47.4111")
                .set(LocationField.TYPE, "PLANT")
                .set(LocationField.ADDRESS_LINES, List.of("a", "b"))
                .build();
        Location site = locations.create(me("k", "d"), values);
        assertEquals(site, locations.create(me("k", "d"), values));
        CustomerWithLocations together =
                customers.createWithLocations(me("t", "d"), named("Both"), List.of(set(LocationField.NAME, "One")));
        assertEquals(
                together,
                customers.createWithLocations(me("t", "d"), named("Both"), List.of(set(LocationField.NAME, "One"))));
    }

    @Test
    public void whatIsRefusedIsNotRemembered() {
        assertViolations(List.of("name required"), () -> customers.create(me("k", "d"), named(" ")));
        customers.create(me("k", "better"), named("Acme"));
        assertEquals(0, repeated.get());
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> customers.create(
                        caller("r", Role.READ_ONLY).withRequest(RequestKey.of("key", "k", "d")), named("Acme")));
        for (String key : List.of("", "a b", "ü", "x".repeat(201))) {
            assertViolations(List.of("key malformed_key"), () -> RequestKey.of("key", key, "d"));
        }
    }

    @Test
    public void manyAtOnceMakeOneRecord() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = "race" + round;
            List<UUID> ids = CustomersTest.inParallel(
                    8, i -> () -> customers.create(me(key, "d"), named("Racer")).id());
            assertEquals(1, new HashSet<>(ids).size());
        }
        assertEquals(5, database.count("SELECT count(*) FROM customer"));
        assertEquals(5 * 7, repeated.get());
    }

    @Test
    public void aKeyIsForgottenAfterItsTime() throws Exception {
        Customer first = customers.create(me("k", "d"), named("Acme"));
        database.run("UPDATE idempotent_answer SET at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'");
        Customer second = customers.create(me("k", "other"), named("Acme"));
        assertNotEquals(first.id(), second.id());
        database.run("UPDATE idempotent_answer SET at = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00'");
        customers.create(me("fresh", "d"), named("Acme"));
        int forgotten = unitOfWork.write(
                ME, transaction -> transaction.answers().forget(Instant.now().minus(Answers.KEPT)));
        assertEquals(1, forgotten);
        assertEquals(1, database.count("SELECT count(*) FROM idempotent_answer"));
    }
}
