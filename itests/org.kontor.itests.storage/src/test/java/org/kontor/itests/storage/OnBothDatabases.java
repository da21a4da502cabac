/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.function.ThrowingRunnable;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import org.kontor.api.account.Account;
import org.kontor.api.account.Accounts;
import org.kontor.api.bulk.Bulk;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.custom.CustomFields;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.Customers;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.api.profile.CreationProfiles;
import org.kontor.api.record.FieldValues;
import org.kontor.api.sync.Brakes;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.Quarantine;
import org.kontor.core.bulk.BulkService;
import org.kontor.core.custom.CustomFieldDesk;
import org.kontor.core.journal.Journal;
import org.kontor.core.people.LastSignIns;
import org.kontor.core.people.LockOut;
import org.kontor.core.people.SignInService;
import org.kontor.core.profile.CreationProfileDesk;
import org.kontor.core.record.AccountsService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.CustomersService;
import org.kontor.core.record.LocationsService;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.core.record.SealedPages;
import org.kontor.persistence.store.JpaFeedStore;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.Outbound;
import org.kontor.sync.BrakeDesk;
import org.kontor.sync.ConflictDesk;
import org.kontor.sync.KeySweepEngine;
import org.kontor.sync.OutboundEngine;
import org.kontor.sync.QuarantineDesk;
import org.kontor.sync.SynchronisationEngine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

/** The services on a fresh database, once on each kind. */
@RunWith(Parameterized.class)
public abstract class OnBothDatabases {
    protected static final CallContext ME = caller("me", Role.PLATFORM_OPERATOR);

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return TestDatabase.values();
    }

    @Parameter
    public TestDatabase kind;

    protected TestDatabase.Opened database;
    protected UnitOfWork unitOfWork;
    protected Customers customers;
    protected Locations locations;
    protected Accounts accounts;
    protected CustomFields customFields;
    protected CreationProfiles creationProfiles;
    protected Journal journal;
    protected SynchronisationEngine engine;
    protected Outbound outbound;
    protected KeySweep keySweep;
    protected Brakes brakes;
    protected Conflicts conflicts;
    protected Quarantine quarantine;
    protected Bulk bulk;

    @Before
    public void open() throws Exception {
        database = kind.open();
        unitOfWork = new JpaUnitOfWork(database.factory());
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        SealedPages pages = new SealedPages(cursors);
        RuledRecordWriter writer = new RuledRecordWriter();
        customers = new CustomersService(unitOfWork, writer, cursors);
        locations = new LocationsService(unitOfWork, writer, cursors);
        accounts = new AccountsService(unitOfWork, writer, cursors);
        customFields = new CustomFieldDesk(unitOfWork);
        creationProfiles = new CreationProfileDesk(unitOfWork);
        journal = new Journal(unitOfWork, new JpaFeedStore(database.factory()), cursors, pages);
        engine = new SynchronisationEngine(unitOfWork, writer);
        outbound = new OutboundEngine(unitOfWork, new JpaFeedStore(database.factory()), engine, writer);
        keySweep = new KeySweepEngine(unitOfWork, engine, writer);
        brakes = new BrakeDesk(unitOfWork);
        conflicts = new ConflictDesk(unitOfWork, writer, pages);
        quarantine = new QuarantineDesk(unitOfWork, writer, pages);
        bulk = new BulkService(unitOfWork, writer);
    }

    @After
    public void close() {
        database.close();
    }

    /** Sign-in as a node of its own has it, by its clock; what is noted beside it is noted at once. */
    protected SignInService signIn(Clock clock) {
        return new SignInService(unitOfWork, lockOut(clock), new LastSignIns(unitOfWork, Runnable::run, clock));
    }

    /** After three wrong passwords: each takes its time. */
    protected LockOut lockOut(Clock clock) {
        return new LockOut(unitOfWork, new JpaServerSecrets(database.factory()), 3, clock);
    }

    protected static CallContext caller(String name, Role... roles) {
        return CallContext.of(new Actor(UUID.randomUUID(), name, Account.OPERATOR, Set.of(roles)), Source.REST);
    }

    protected static FieldValues named(String name) {
        return FieldValues.builder().set(CustomerField.NAME, name).build();
    }

    protected static FieldValues set(CustomerField field, Object value) {
        return FieldValues.builder().set(field, value).build();
    }

    protected static FieldValues set(LocationField field, Object value) {
        return FieldValues.builder().set(field, value).build();
    }

    protected Location site(Customer customer, String name, Location parent) {
        return locations.create(
                ME,
                FieldValues.builder()
                        .set(LocationField.CUSTOMER, customer.id())
                        .set(LocationField.NAME, name)
                        .set(LocationField.PARENT, parent == null ? null : parent.id())
                        .build());
    }

    protected static void assertRefused(ErrorCode code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(KontorException.class, call).code());
    }

    /** @param expected {@code field rule} of each violation */
    protected static void assertViolations(List<String> expected, ThrowingRunnable call) {
        KontorException refusal = assertThrows(KontorException.class, call);
        assertEquals(ErrorCode.INVALID_INPUT, refusal.code());
        assertEquals(
                expected,
                refusal.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList());
    }

    /** Two calls that begin together: {@code done}, or the code of the refusal, in the order of the letters. */
    static List<String> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<?> call : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        call.call();
                        return "done";
                    } catch (KontorException refusal) {
                        return refusal.code().name();
                    }
                }));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : running) {
                outcomes.add(each.get(1, TimeUnit.MINUTES));
            }
            return outcomes.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
