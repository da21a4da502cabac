/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** Who sees what: each account what stands in its subtree, and nothing else. */
@Shows({"A1", "P6", "C2"})
public class SubtreesTest extends OnBothDatabases {
    private static final int ACCOUNTS = 12;
    private static final int CUSTOMERS = 120;
    private static final String[] COUNTRIES = {"CH", "AT", "FR", null};
    private static final String[] WORDS = {"Maschinenbau", "Holz", "Metall", "Bau"};

    private final Random random = new Random(20261123);
    private final List<Account> tree = new ArrayList<>();
    private final Map<UUID, UUID> parents = new HashMap<>();

    @Before
    public void grow() {
        parents.put(Account.OPERATOR, null);
    }

    private static CallContext in(UUID account) {
        return CallContext.of(
                new Actor(UUID.randomUUID(), "in " + account, account, Set.of(Role.PARTNER_ADMIN)), Source.REST);
    }

    private Account partner(UUID above, String name) {
        Customer customer = customers.create(in(above), named(name));
        Account made = accounts.create(
                in(above),
                FieldValues.builder()
                        .set(AccountField.NAME, name)
                        .set(AccountField.TYPE, AccountType.PARTNER.name())
                        .set(AccountField.CUSTOMER, customer.id())
                        .build());
        tree.add(made);
        parents.put(made.id(), above);
        return made;
    }

    private UUID any() {
        int at = random.nextInt(tree.size() + 1);
        return at == tree.size() ? Account.OPERATOR : tree.get(at).id();
    }

    private boolean isIn(UUID account, UUID scope) {
        for (UUID at = account; at != null; at = parents.get(at)) {
            if (at.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends BusinessRecord> List<String> codes(
            RecordService<T> service, CallContext call, RecordQuery query) {
        List<String> found = new ArrayList<>();
        RecordQuery page = query.withLimit(7);
        String cursor = null;
        do {
            Page<T> next = service.find(call, page.withCursor(cursor));
            next.items().forEach(record -> found.add(record.code() + " " + record.name()));
            cursor = next.next();
        } while (cursor != null);
        return found;
    }

    private List<Customer> made(UUID account) {
        List<Customer> made = new ArrayList<>();
        for (Customer customer : all) {
            if (isIn(customer.header().managingAccount(), account)) {
                made.add(customer);
            }
        }
        return made;
    }

    private final List<Customer> all = new ArrayList<>();

    private void populate() {
        for (int i = 0; i < ACCOUNTS; i++) {
            partner(any(), "Partner " + i);
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            UUID account = any();
            Customer customer = customers.create(
                    in(account),
                    FieldValues.builder()
                            .set(CustomerField.CODE, "K-" + account.toString().substring(24) + "-" + i)
                            .set(
                                    CustomerField.NAME,
                                    WORDS[random.nextInt(WORDS.length)] + " " + (char) ('A' + random.nextInt(26)) + i)
                            .set(CustomerField.ADDRESS_COUNTRY, COUNTRIES[random.nextInt(COUNTRIES.length)])
                            .set(CustomerField.KIND, random.nextBoolean() ? "COMPANY" : null)
                            .set(CustomerField.TAGS, random.nextInt(4) == 0 ? List.of("gold") : null)
                            .build());
            all.add(i % 9 == 0 ? customers.setArchived(ME, customer.id(), null, true) : customer);
        }
        for (int i = 0; i < CUSTOMERS / 4; i++) {
            int at = random.nextInt(all.size());
            Customer old = all.get(at);
            all.set(at, customers.update(ME, old.id(), old.version(), set(CustomerField.NAME, "Neu " + old.name())));
        }
    }

    @Test
    public void everyListShowsTheSubtreeAndNothingMore() {
        populate();
        List<UUID> scopes = new ArrayList<>(tree.stream().map(Account::id).toList());
        for (UUID scope : scopes) {
            compare(scope, RecordQuery.ALL, customer -> true);
            compare(scope, RecordQuery.ALL.withArchived(Archived.YES), customer -> true);
            compare(scope, RecordQuery.ALL.withArchived(Archived.ANY), customer -> true);
            compare(scope, RecordQuery.ALL.withText("masch"), customer -> customer.name()
                    .contains("Masch"));
            compare(
                    scope,
                    RecordQuery.ALL.withText("neu bau"),
                    customer -> customer.name().startsWith("Neu ")
                            && customer.name().contains(" Bau "));
            compare(scope, RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "CH"), customer -> "CH"
                    .equals(customer.values().text(CustomerField.ADDRESS_COUNTRY)));
            compare(
                    scope,
                    RecordQuery.ALL.where(CustomerField.KIND, "COMPANY").withText("holz"),
                    customer -> customer.name().contains("Holz")
                            && "COMPANY".equals(customer.values().text(CustomerField.KIND)));
            compare(
                    scope,
                    RecordQuery.ALL.where(CustomerField.TAGS, "gold").withSort(SortKey.CODE, true),
                    customer -> customer.tags().contains("gold"));
            for (SortKey key : SortKey.values()) {
                compare(scope, RecordQuery.ALL.withSort(key, random.nextBoolean()), customer -> true);
            }
        }
    }

    /** As sets and, where codes sort, in order; the order itself is that of the operator's list. */
    private void compare(UUID scope, RecordQuery query, Predicate<Customer> expected) {
        List<String> seen = codes(customers, in(scope), query);
        List<String> meant = made(scope).stream()
                .filter(customer ->
                        query.archived() == Archived.ANY || customer.archived() == (query.archived() == Archived.YES))
                .filter(expected)
                .map(customer -> customer.code() + " " + customer.name())
                .toList();
        Set<String> mine = Set.copyOf(meant);
        List<String> ofTree =
                seen.stream().filter(line -> line.startsWith("K-")).toList();
        assertEquals(
                "as sets",
                meant.stream().sorted().toList(),
                ofTree.stream().sorted().toList());
        List<String> inOrder =
                codes(customers, ME, query).stream().filter(mine::contains).toList();
        assertEquals("in the operator's order", inOrder, ofTree);
    }

    @Test
    public void whatStandsElsewhereDoesNotExist() {
        Account one = partner(Account.OPERATOR, "One");
        Account below = partner(one.id(), "Below");
        Account other = partner(Account.OPERATOR, "Other");
        Customer deep = customers.create(in(below.id()), named("Deep"));
        Location site = locations.create(
                ME,
                FieldValues.builder()
                        .set(LocationField.CUSTOMER, deep.id())
                        .set(LocationField.NAME, "Site")
                        .build());
        assertEquals(
                "a location is managed where its customer is",
                below.id(),
                site.header().managingAccount());
        for (UUID above : List.of(Account.OPERATOR, one.id(), below.id())) {
            assertEquals(deep, customers.get(in(above), deep.id()));
            assertEquals(site, locations.get(in(above), site.id()));
            assertEquals(1, locations.find(in(above), RecordQuery.ALL).items().size());
            assertEquals(
                    List.of(site),
                    locations
                            .find(in(above), RecordQuery.ALL.where(LocationField.CUSTOMER, deep.id()))
                            .items());
        }
        CallContext stranger = in(other.id());
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.get(stranger, deep.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> locations.get(stranger, site.id()));
        assertRefused(
                ErrorCode.NOT_FOUND, () -> customers.update(stranger, deep.id(), 1, set(CustomerField.NAME, "Mine")));
        assertRefused(ErrorCode.NOT_FOUND, () -> customers.delete(stranger, deep.id(), 1));
        assertRefused(ErrorCode.NOT_FOUND, () -> accounts.get(stranger, one.id()));
        assertEquals(Map.of(), customers.getAll(stranger, List.of(deep.id())));
        assertEquals(
                List.of(),
                locations.find(stranger, RecordQuery.ALL.withText("site")).items());
        assertEquals(
                List.of(),
                locations
                        .find(stranger, RecordQuery.ALL.where(LocationField.CUSTOMER, deep.id()))
                        .items());
        assertViolations(
                List.of("customerId unknown_reference"),
                () -> locations.create(
                        stranger,
                        FieldValues.builder()
                                .set(LocationField.CUSTOMER, deep.id())
                                .set(LocationField.NAME, "Squat")
                                .build()));
        assertEquals(
                "the audit, too",
                List.of(),
                audit(stranger).stream()
                        .filter(entry -> entry.recordId().equals(deep.id()))
                        .toList());
        assertTrue(
                audit(in(one.id())).stream().anyMatch(entry -> entry.recordId().equals(deep.id())));
    }

    private List<AuditEntry> audit(CallContext call) {
        return journal.find(call, new AuditQuery(null, null, null, null, null, null, 200, null))
                .items();
    }

    @Test
    public void codesAreUniqueInTheManagingAccount() {
        Account one = partner(Account.OPERATOR, "One");
        Account other = partner(Account.OPERATOR, "Other");
        FieldValues values = named("Same").with(set(CustomerField.CODE, "SAME-1"));
        Customer first = customers.create(in(one.id()), values);
        Customer second = customers.create(in(other.id()), values);
        assertEquals(first, customers.getByCode(in(one.id()), "SAME-1"));
        assertEquals(second, customers.getByCode(in(other.id()), "SAME-1"));
        assertRefused(ErrorCode.CODE_TAKEN, () -> customers.create(in(one.id()), values));
        assertEquals(
                List.of(first.id(), second.id()),
                customers.find(ME, RecordQuery.ALL.withText("same-1")).items().stream()
                        .map(Customer::id)
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList());
    }
}
