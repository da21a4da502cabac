/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Accounts;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Stage;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** The tree of accounts: who holds whom, and what becomes of what stands below. */
@Shows({"A1", "A6", "A7", "A16"})
public class AccountsTest extends OnBothDatabases {
    private CallContext in(UUID account) {
        return accounts.within(ME, account);
    }

    private FieldValues account(UUID above, AccountType type, String name) {
        Customer customer = customers.create(in(above), named(name));
        return FieldValues.builder()
                .set(AccountField.NAME, name)
                .set(AccountField.TYPE, type.name())
                .set(AccountField.CUSTOMER, customer.id())
                .build();
    }

    private Account make(UUID above, AccountType type, String name) {
        return accounts.create(in(above), account(above, type, name));
    }

    private static FieldValues set(AccountField field, Object value) {
        return FieldValues.builder().set(field, value).build();
    }

    /** But for the labs, which come with partners. */
    private Set<String> names(UUID scope) {
        Set<String> names = new HashSet<>();
        accounts.forEach(in(scope), RecordQuery.ALL.withArchived(Archived.ANY), found -> {
            if (!found.lab()) {
                names.add(found.name());
            }
        });
        return names;
    }

    @Test
    public void theTreeHoldsWhatItsTypesAllow() {
        Map<AccountType, UUID> holders = Map.of(
                AccountType.OPERATOR,
                Account.OPERATOR,
                AccountType.PARTNER,
                make(Account.OPERATOR, AccountType.PARTNER, "P").id(),
                AccountType.ENTERPRISE,
                make(Account.OPERATOR, AccountType.ENTERPRISE, "E").id(),
                AccountType.CUSTOMER,
                make(Account.OPERATOR, AccountType.CUSTOMER, "C").id());
        Set<String> held = Set.of(
                "OPERATOR PARTNER",
                "OPERATOR ENTERPRISE",
                "OPERATOR CUSTOMER",
                "PARTNER PARTNER",
                "PARTNER ENTERPRISE",
                "PARTNER CUSTOMER",
                "ENTERPRISE UNIT");
        holders.forEach((holder, id) -> {
            for (AccountType type : AccountType.values()) {
                FieldValues values = account(id, type, holder + " " + type);
                if (held.contains(holder + " " + type)) {
                    assertEquals(id, accounts.create(in(id), values).header().managingAccount());
                } else {
                    String broken = type == AccountType.OPERATOR ? "type only_one" : "managingAccount not_held";
                    assertViolations(List.of(broken), () -> accounts.create(in(id), values));
                }
            }
        });
        UUID unit = accounts.find(ME, RecordQuery.ALL.where(AccountField.TYPE, "UNIT"))
                .items()
                .get(0)
                .id();
        assertEquals(unit, make(unit, AccountType.UNIT, "Room").header().managingAccount());
        assertViolations(List.of("managingAccount not_held"), () -> make(unit, AccountType.CUSTOMER, "No"));
    }

    @Test
    public void anAccountIsWhatIsToldAndTheRestIsFilled() {
        Account made = make(Account.OPERATOR, AccountType.ENTERPRISE, "Größe AG");
        assertTrue(made.code(), made.code().matches("A-[0-9]{6}"));
        assertEquals(Stage.CUSTOMER, made.stage());
        assertFalse(made.sandbox() || made.suspended() || made.closed() || made.archived());
        assertEquals(made, accounts.get(ME, made.id()));
        assertEquals(made, accounts.getByCode(ME, made.code()));
        assertEquals(
                List.of(made),
                accounts.find(ME, RecordQuery.ALL.withText("grosse")).items());
        Account lead = accounts.create(
                ME,
                account(Account.OPERATOR, AccountType.CUSTOMER, "Lead")
                        .with(set(AccountField.STAGE, "LEAD"))
                        .with(set(AccountField.SANDBOX, true)));
        assertEquals(
                List.of(lead),
                accounts.find(ME, RecordQuery.ALL.where(AccountField.STAGE, "LEAD"))
                        .items());
        assertEquals(
                List.of(lead),
                accounts.find(ME, RecordQuery.ALL.where(AccountField.SANDBOX, "true"))
                        .items());
        assertEquals(
                "the operator among them",
                List.of(made.name(), "Operator"),
                accounts
                        .find(
                                ME,
                                RecordQuery.ALL
                                        .where(AccountField.SANDBOX, false)
                                        .withSort(SortKey.NAME, false))
                        .items()
                        .stream()
                        .map(Account::name)
                        .toList());
        assertViolations(
                List.of("stage by_conversion"),
                () -> accounts.create(
                        ME,
                        account(Account.OPERATOR, AccountType.CUSTOMER, "X")
                                .with(set(AccountField.STAGE, "CONVERTED"))));
        assertViolations(
                List.of("type required"), () -> accounts.create(ME, set(AccountField.NAME, "Without anything")));
        assertViolations(
                List.of("customerId required"),
                () -> accounts.create(
                        ME, set(AccountField.NAME, "No customer").with(set(AccountField.TYPE, "PARTNER"))));
        assertViolations(
                List.of("type immutable"), () -> accounts.update(ME, made.id(), 1, set(AccountField.TYPE, "PARTNER")));
        assertViolations(
                List.of("sandbox wrong_type"),
                () -> accounts.update(ME, made.id(), 1, set(AccountField.SANDBOX, "perhaps")));
        assertViolations(
                List.of("responsible unknown_reference"),
                () -> accounts.update(ME, made.id(), 1, set(AccountField.RESPONSIBLE, "nobody")));
        assertRefused(
                ErrorCode.ACCESS_DENIED,
                () -> accounts.update(caller("reader", Role.READ_ONLY), made.id(), 1, set(AccountField.NAME, "Mine")));
    }

    @Test
    public void itsCustomerIsOneOfTheAccountAbove() {
        Account partner = make(Account.OPERATOR, AccountType.PARTNER, "Partner");
        Customer ofOperator = customers.create(ME, named("Elsewhere"));
        assertViolations(
                List.of("customerId unknown_reference"),
                () -> accounts.create(
                        in(partner.id()),
                        set(AccountField.NAME, "X")
                                .with(set(AccountField.TYPE, "CUSTOMER"))
                                .with(set(AccountField.CUSTOMER, ofOperator.id()))));
        Account enterprise = make(partner.id(), AccountType.ENTERPRISE, "Enterprise");
        Account unit = accounts.create(
                in(enterprise.id()),
                set(AccountField.NAME, "Unit of the enterprise's own")
                        .with(set(AccountField.TYPE, "UNIT"))
                        .with(set(AccountField.CUSTOMER, enterprise.customerId())));
        assertEquals(enterprise.customerId(), unit.customerId());
        assertRefused(
                ErrorCode.IN_USE,
                () -> customers.delete(
                        ME,
                        enterprise.customerId(),
                        customers.get(ME, enterprise.customerId()).version()));
    }

    @Test
    public void whatMovesTakesEverythingBelowItAlong() {
        Account left = make(Account.OPERATOR, AccountType.PARTNER, "Left");
        Account right = make(Account.OPERATOR, AccountType.PARTNER, "Right");
        Account middle = make(left.id(), AccountType.PARTNER, "Middle");
        Account leaf = make(middle.id(), AccountType.CUSTOMER, "Leaf");
        Customer deep = customers.create(in(middle.id()), named("Deep"));
        site(deep, "Site", null);
        assertEquals(Set.of("Left", "Middle", "Leaf"), names(left.id()));
        assertEquals(Set.of("Right"), names(right.id()));

        Account moved = accounts.move(ME, middle.id(), middle.version(), right.id());
        assertEquals(right.id(), moved.header().managingAccount());
        assertEquals(Set.of("Left"), names(left.id()));
        assertEquals(Set.of("Right", "Middle", "Leaf"), names(right.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.get(in(left.id()), deep.id()));
        assertEquals(deep, customers.get(in(right.id()), deep.id()));
        assertEquals(
                1,
                customers
                        .find(in(right.id()), RecordQuery.ALL.withText("deep"))
                        .items()
                        .size());
        assertEquals(
                0,
                customers
                        .find(in(left.id()), RecordQuery.ALL.withText("deep"))
                        .items()
                        .size());
        assertEquals(1, locations.find(in(right.id()), RecordQuery.ALL).items().size());
        assertEquals(0, locations.find(in(left.id()), RecordQuery.ALL).items().size());
        AuditEntry told = journal.find(
                        ME, new AuditQuery(RecordType.ACCOUNT, middle.id(), null, null, null, null, 1, null))
                .items()
                .get(0);
        assertEquals(AuditAction.UPDATE, told.action());
        assertEquals("managingAccount", told.changes().get(0).field());
        assertEquals(right.id().toString(), told.changes().get(0).after());

        assertViolations(
                List.of("managingAccount cycle"), () -> accounts.move(ME, right.id(), right.version(), middle.id()));
        assertViolations(
                List.of("managingAccount cycle"), () -> accounts.move(ME, right.id(), right.version(), right.id()));
        assertViolations(
                List.of("managingAccount not_held"), () -> accounts.move(ME, left.id(), left.version(), leaf.id()));
        assertViolations(List.of("managingAccount operator"), () -> accounts.move(ME, Account.OPERATOR, 1, right.id()));
        assertViolations(
                List.of("managingAccount unknown_reference"),
                () -> accounts.move(ME, left.id(), left.version(), UUID.randomUUID()));
        assertRefused(ErrorCode.STALE_VERSION, () -> accounts.move(ME, middle.id(), 1, left.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.move(in(left.id()), middle.id(), moved.version(), left.id()));
        assertEquals(
                "moved to where it is, nothing is written",
                moved,
                accounts.move(ME, middle.id(), moved.version(), right.id()));
    }

    @Test
    public void codesStayUniqueWhereItMovesTo() {
        Account one = make(Account.OPERATOR, AccountType.PARTNER, "One");
        Account two = make(Account.OPERATOR, AccountType.PARTNER, "Two");
        FieldValues code = set(AccountField.CODE, "SAME");
        accounts.create(
                in(one.id()), account(one.id(), AccountType.CUSTOMER, "A").with(code));
        Account other = accounts.create(
                in(two.id()), account(two.id(), AccountType.CUSTOMER, "B").with(code));
        assertRefused(ErrorCode.CODE_TAKEN, () -> accounts.move(ME, other.id(), 1, one.id()));
    }

    @Test
    public void theTreeIsBounded() {
        UUID at = Account.OPERATOR;
        for (int level = 2; level < Accounts.MAX_DEPTH; level++) {
            at = make(at, AccountType.PARTNER, "Level " + level).id();
        }
        UUID deepest = at;
        // the last level is that of its lab
        assertViolations(List.of("managingAccount too_deep"), () -> make(deepest, AccountType.PARTNER, "Too deep"));
        make(deepest, AccountType.CUSTOMER, "Leaf");
        Account pair = make(Account.OPERATOR, AccountType.PARTNER, "Pair");
        make(pair.id(), AccountType.PARTNER, "Below the pair");
        UUID above = accounts.get(ME, deepest).header().managingAccount();
        assertViolations(List.of("managingAccount too_deep"), () -> accounts.move(ME, pair.id(), 1, above));
    }

    @Test
    public void whatIsClosedOrArchivedTakesNothingNew() {
        Account partner = make(Account.OPERATOR, AccountType.PARTNER, "Partner");
        Customer before = customers.create(in(partner.id()), named("Before"));
        Account closed = accounts.update(ME, partner.id(), 1, set(AccountField.CLOSED, true));
        assertTrue(closed.closed());
        assertRefused(ErrorCode.ACCOUNT_CLOSED, () -> customers.create(in(partner.id()), named("After")));
        FieldValues below = set(AccountField.NAME, "Below")
                .with(set(AccountField.TYPE, "CUSTOMER"))
                .with(set(AccountField.CUSTOMER, before.id()));
        assertRefused(ErrorCode.ACCOUNT_CLOSED, () -> accounts.create(in(partner.id()), below));
        assertEquals(
                "what is there goes on",
                "Still",
                customers
                        .update(in(partner.id()), before.id(), 1, set(CustomerField.NAME, "Still"))
                        .name());
        accounts.update(ME, partner.id(), 2, set(AccountField.CLOSED, false));
        accounts.setArchived(ME, partner.id(), null, true);
        assertRefused(ErrorCode.ARCHIVED, () -> accounts.create(in(partner.id()), below));
        accounts.setArchived(ME, partner.id(), null, false);
        Account leaf = accounts.create(in(partner.id()), below);
        assertEquals("Below", leaf.name());
        assertRefused(ErrorCode.IN_USE, () -> accounts.delete(ME, partner.id(), 5));
        accounts.delete(ME, leaf.id(), 1);
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.get(ME, leaf.id()));
        assertEquals(Set.of("Partner"), names(partner.id()));
        for (AccountField flag : List.of(AccountField.SUSPENDED, AccountField.CLOSED)) {
            assertViolations(
                    List.of(flag.path() + " operator"),
                    () -> accounts.update(ME, Account.OPERATOR, 1, set(flag, true)));
        }
        assertViolations(List.of("archived operator"), () -> accounts.setArchived(ME, Account.OPERATOR, null, true));
    }

    /** Moves that race, many times: there is never a cycle, and what each account sees is what its place says. */
    @Test
    public void racingMovesLeaveATree() throws Exception {
        List<Account> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            made.add(make(Account.OPERATOR, AccountType.PARTNER, "P" + i));
        }
        List<Customer> below = new ArrayList<>();
        for (Account account : made) {
            below.add(customers.create(in(account.id()), named("Of " + account.name())));
        }
        Random random = new Random(7);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 15; round++) {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<?>> racing = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    UUID what = made.get(random.nextInt(made.size())).id();
                    UUID to = made.get(random.nextInt(made.size())).id();
                    UUID touched = below.get(random.nextInt(below.size())).id();
                    boolean edit = i == 3;
                    racing.add(threads.submit(() -> {
                        start.await();
                        try {
                            if (edit) {
                                Customer now = customers.get(ME, touched);
                                customers.update(ME, touched, now.version(), set(CustomerField.NAME, now.name() + "!"));
                            } else {
                                accounts.move(ME, what, accounts.get(ME, what).version(), to);
                            }
                        } catch (KontorException refusal) {
                            assertTrue(
                                    refusal.toString(),
                                    Set.of(ErrorCode.STALE_VERSION, ErrorCode.INVALID_INPUT)
                                            .contains(refusal.code()));
                        }
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> one : racing) {
                    one.get(60, TimeUnit.SECONDS);
                }
                assertWhole(made, below);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertWhole(List<Account> made, List<Customer> below) {
        for (Account account : made) {
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < made.size(); i++) {
                UUID at = made.get(i).id();
                int steps = 0;
                while (!at.equals(account.id()) && !at.equals(Account.OPERATOR)) {
                    at = accounts.get(ME, at).header().managingAccount();
                    assertTrue("no cycle", ++steps < 20);
                }
                if (at.equals(account.id())) {
                    expected.add(customers.get(ME, below.get(i).id()).name());
                }
            }
            Set<String> seen = new HashSet<>();
            customers.forEach(in(account.id()), RecordQuery.ALL.withText("of"), found -> seen.add(found.name()));
            assertEquals(expected, seen);
        }
    }

    @Test
    public void nobodyActsForWhatTheyDoNotSee() {
        Account one = make(Account.OPERATOR, AccountType.PARTNER, "One");
        Account other = make(Account.OPERATOR, AccountType.PARTNER, "Other");
        CallContext inOne = in(one.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.within(inOne, other.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.within(inOne, Account.OPERATOR));
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.within(ME, UUID.randomUUID()));
        assertEquals(one.id(), accounts.within(inOne, one.id()).scope());
        assertRefused(ErrorCode.ACCESS_DENIED, () -> journal.read(inOne, 0, 10));
        assertThrows(KontorException.class, () -> conflicts.list(inOne, null, 1, null));
    }

    @Test
    @Shows("C5")
    public void anArchivedCustomerTakesNoAccountsByHand() {
        Customer archived = customers.create(ME, named("Archived"));
        customers.setArchived(ME, archived.id(), null, true);
        FieldValues values = set(AccountField.NAME, "Below")
                .with(set(AccountField.TYPE, "PARTNER"))
                .with(set(AccountField.CUSTOMER, archived.id()));
        assertRefused(ErrorCode.ARCHIVED, () -> accounts.create(ME, values));
        customers.setArchived(ME, archived.id(), null, false);
        Account partner = accounts.create(ME, values);
        customers.setArchived(ME, archived.id(), null, true);
        assertEquals(
                "what is there goes on",
                "Still",
                accounts.update(ME, partner.id(), 1, set(AccountField.NAME, "Still"))
                        .name());
        Account enterprise = make(Account.OPERATOR, AccountType.ENTERPRISE, "Enterprise");
        customers.setArchived(ME, enterprise.customerId(), null, true);
        FieldValues unit = set(AccountField.NAME, "Unit")
                .with(set(AccountField.TYPE, "UNIT"))
                .with(set(AccountField.CUSTOMER, enterprise.customerId()));
        assertRefused(ErrorCode.ARCHIVED, () -> accounts.create(in(enterprise.id()), unit));
    }

    @Test
    public void twoThatTakeACodeAtOnceAreToldOfIt() throws Exception {
        Account one = make(Account.OPERATOR, AccountType.CUSTOMER, "One");
        Account other = make(Account.OPERATOR, AccountType.CUSTOMER, "Other");
        for (int round = 0; round < 5; round++) {
            FieldValues code = set(AccountField.CODE, "SAME-" + round);
            assertEquals(
                    List.of("CODE_TAKEN", "done"),
                    atOnce(
                            () -> accounts.update(
                                    ME, one.id(), accounts.get(ME, one.id()).version(), code),
                            () -> accounts.update(
                                    ME, other.id(), accounts.get(ME, other.id()).version(), code)));
        }
    }

    /** Whoever makes something below an account that is just being closed waits, and then finds it closed. */
    @Test
    public void nothingIsMadeBelowWhatIsBeingClosed() throws Exception {
        UUID above = make(Account.OPERATOR, AccountType.PARTNER, "Above").id();
        Account partner = make(above, AccountType.PARTNER, "Partner");
        Account beside = make(Account.OPERATOR, AccountType.PARTNER, "Beside");
        FieldValues below = account(partner.id(), AccountType.CUSTOMER, "Below");
        CallContext there = in(partner.id());
        for (Callable<?> placed : List.<Callable<?>>of(
                () -> accounts.create(there, below),
                () -> accounts.move(ME, beside.id(), beside.version(), partner.id()))) {
            CountDownLatch closing = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(1);
            List<String> outcomes = atOnce(
                    () -> unitOfWork.write(ME, transaction -> {
                        closed(transaction, partner.id(), true);
                        closing.countDown();
                        return awaited(told);
                    }),
                    () -> {
                        closing.await();
                        try {
                            return placed.call();
                        } finally {
                            told.countDown();
                        }
                    });
            assertEquals(List.of("ACCOUNT_CLOSED", "done"), outcomes);
            unitOfWork.write(ME, transaction -> closed(transaction, partner.id(), false));
        }
    }

    private static boolean closed(WriteTransaction transaction, UUID id, boolean closed) {
        BusinessRecord now =
                transaction.records().byId(RecordType.ACCOUNT, id, id).orElseThrow();
        Draft draft = Draft.change(now, null, set(AccountField.CLOSED, closed), null);
        return new RuledRecordWriter()
                        .write(ME, transaction, RecordType.ACCOUNT, List.of(draft))
                        .get(0)
                        .refusal()
                == null;
    }

    /** Whoever does not wait for the end of the transaction is through by then. */
    private static boolean awaited(CountDownLatch told) {
        try {
            return told.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Openings write the customer first, which refers to the place that is then held; changes of the place write it first. */
    @Test
    public void manyMakeAccountsBelowOneAtOnce() throws Exception {
        Account partner = make(Account.OPERATOR, AccountType.PARTNER, "Partner");
        OpeningService openings = new OpeningService(unitOfWork, new RuledRecordWriter());
        CallContext there = in(partner.id());
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String name = "A" + i;
            FieldValues values = account(partner.id(), AccountType.CUSTOMER, name);
            UUID customer = values.reference(AccountField.CUSTOMER);
            FieldValues opened = set(AccountField.NAME, "Opened " + i).with(set(AccountField.TYPE, "CUSTOMER"));
            FirstAdministrators whoever = new FirstAdministrators(
                    FirstAdministrators.Who.CUSTOMER, name, name + "@example.com", null, true, false);
            calls.add(() -> accounts.create(there, values));
            calls.add(() -> customers.update(there, customer, 1, set(CustomerField.NAME, "Named " + name)));
            calls.add(() -> openings.open(there, new NewAccount(null, named(name), opened, null, whoever)));
            calls.add(() -> unitOfWork.write(ME, transaction -> renamed(transaction, partner.id(), name)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int stale = 0;
            for (Future<?> one : threads.invokeAll(calls, 2, TimeUnit.MINUTES)) {
                Object result = one.get();
                stale += Boolean.FALSE.equals(result) ? 1 : 0;
            }
            assertEquals("nobody else writes the partner", 0, stale);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(25, names(partner.id()).size());
    }

    /** Locked as the last thing before it is written. */
    private static boolean renamed(WriteTransaction transaction, UUID id, String name) {
        transaction.lock(RecordType.ACCOUNT, List.of(id));
        BusinessRecord now =
                transaction.records().byId(RecordType.ACCOUNT, id, id).orElseThrow();
        return new RuledRecordWriter()
                        .write(
                                ME,
                                transaction,
                                RecordType.ACCOUNT,
                                List.of(Draft.change(now, null, set(AccountField.NAME, "Partner " + name), null)))
                        .get(0)
                        .refusal()
                == null;
    }
}
