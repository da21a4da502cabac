/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.Accounts;
import org.kontor.api.account.Stage;
import org.kontor.api.bulk.Bulk;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.customer.Customers;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.api.sync.Outcome;

/** Customers, locations and accounts in memory, with just the rules that tests of the SOAP door need. Remembers what it was asked. */
final class FakeStore {
    static final CrossReference REFERENCE = new CrossReference("tryton", "party,7");

    final List<Customer> customers = new ArrayList<>();
    final List<Location> locations = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final FakeAccounts accountService = new FakeAccounts();
    final FakeCustomers customerService = new FakeCustomers();
    final FakeLocations locationService = new FakeLocations();
    final FakeOpenings openings = new FakeOpenings();
    final FakePeople people = new FakePeople();
    final FakeBulk bulk = new FakeBulk();
    final FakeRuns runs = new FakeRuns();
    final Map<String, String> done = new HashMap<>();

    CallContext lastCaller;
    RecordQuery lastQuery;
    FieldValues lastCustomer;
    List<FieldValues> lastLocations;
    FieldValues lastAccount;
    FieldValues lastChanges;
    List<BulkRow> lastRows;
    /** Thrown by the next call, whatever it is; then forgotten. */
    RuntimeException next;

    synchronized void called(CallContext caller) {
        lastCaller = caller;
        if (next != null) {
            RuntimeException thrown = next;
            next = null;
            throw thrown;
        }
    }

    private RecordHeader header(CallContext caller) {
        Stamp stamp = new Stamp(
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                caller.actor().name(),
                caller.source().toString());
        return new RecordHeader(UUID.randomUUID(), caller.scope(), 1, false, stamp, stamp);
    }

    private static void check(String prefix, FieldValues values, List<Violation> violations) {
        values.forEach((field, value) -> {
            if (value instanceof String text && text.length() > field.maxLength()) {
                violations.add(new Violation(
                        prefix + field.path(), "too_long", "At most " + field.maxLength() + " characters.", text));
            }
            if (field.path().equals("address.country") && "XX".equals(value)) {
                violations.add(
                        new Violation(prefix + field.path(), "unknown_country", "There is no such country.", "XX"));
            }
        });
    }

    private <T extends BusinessRecord> Page<T> page(List<T> all, Predicate<T> filter, RecordQuery query) {
        lastQuery = query;
        if (query.limit() < 1 || query.limit() > RecordQuery.MAX_LIMIT) {
            throw KontorException.invalid("limit", "out_of_range", "must be 1 to 200.", String.valueOf(query.limit()));
        }
        if (query.cursor() != null && !query.cursor().matches("\\d{1,9}")) {
            throw new KontorException(ErrorCode.INVALID_CURSOR, "The cursor is not one of ours.");
        }
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        List<T> found = all.stream().filter(filter).sorted(order(query.sort())).toList();
        int to = Math.min(found.size(), from + query.limit());
        return new Page<>(found.subList(Math.min(from, to), to), to < found.size() ? String.valueOf(to) : null);
    }

    private static Comparator<BusinessRecord> order(RecordQuery.Sort sort) {
        Comparator<BusinessRecord> order =
                switch (sort.key()) {
                    case NAME -> Comparator.comparing(BusinessRecord::name);
                    case CODE -> Comparator.comparing(BusinessRecord::code);
                    case CHANGED -> Comparator.comparing(
                            r -> r.header().changed().at());
                    case COUNTRY -> throw new AssertionError("not asked for in tests");
                };
        return sort.descending() ? order.reversed() : order;
    }

    /** What services of both types do. */
    private abstract class Fakes<T extends BusinessRecord> extends NotOffered<T> {
        private final RecordType type;
        private final List<T> records;

        Fakes(RecordType type, List<T> records) {
            this.type = type;
            this.records = records;
        }

        @Override
        public T get(CallContext context, UUID id) {
            called(context);
            return records.stream()
                    .filter(r -> r.id().equals(id))
                    .findFirst()
                    .orElseThrow(() ->
                            new KontorException(ErrorCode.NOT_FOUND, "There is no " + type.key() + " " + id + "."));
        }

        @Override
        public T getByCode(CallContext context, String code) {
            called(context);
            return records.stream()
                    .filter(r -> r.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.NOT_FOUND, "There is no " + type.key() + " with code '" + code + "'."));
        }

        @Override
        public synchronized T update(CallContext context, UUID id, long version, FieldValues changes) {
            T before = get(context, id);
            stale(before, version);
            lastChanges = changes;
            List<Violation> violations = new ArrayList<>();
            if (changes.has(type.nameField()) && changes.get(type.nameField()) == null) {
                violations.add(new Violation("name", "required", "A name is required.", null));
            }
            check("", changes, violations);
            if (!violations.isEmpty()) {
                throw KontorException.invalid(violations);
            }
            return stored(before, before.archived(), before.values().with(changes));
        }

        @Override
        public synchronized T setArchived(CallContext context, UUID id, Long version, boolean archived) {
            T before = get(context, id);
            if (version != null) {
                stale(before, version);
            }
            return before.archived() == archived ? before : stored(before, archived, before.values());
        }

        @Override
        public synchronized void delete(CallContext context, UUID id, long version) {
            T before = get(context, id);
            stale(before, version);
            if (locations.stream().anyMatch(l -> id.equals(l.customerId()))) {
                throw new KontorException(ErrorCode.IN_USE, "The customer has locations: archive it instead.");
            }
            records.remove(before);
        }

        private void stale(T record, long version) {
            if (record.version() != version) {
                throw new KontorException(
                        ErrorCode.STALE_VERSION, "It is at version " + record.version() + ", not " + version + ".");
            }
        }

        @SuppressWarnings("unchecked") // of the same type as before
        private T stored(T before, boolean archived, FieldValues values) {
            RecordHeader old = before.header();
            RecordHeader header = new RecordHeader(
                    old.id(), old.managingAccount(), old.version() + 1, archived, old.created(), old.changed());
            T after = (T) BusinessRecord.of(type, header, values, before.crossReferences());
            records.set(records.indexOf(before), after);
            return after;
        }
    }

    /** Upserts by code alone. */
    final class FakeBulk implements Bulk {
        @Override
        public List<BulkResult> write(CallContext context, List<BulkRow> rows) {
            called(context);
            context.requireWriter();
            lastRows = rows;
            if (rows.size() > MAX_ROWS) {
                throw KontorException.invalid("rows", "too_many", "At most 1000 rows.", String.valueOf(rows.size()));
            }
            return rows.stream().map(row -> write(context, row)).toList();
        }

        private BulkResult write(CallContext context, BulkRow row) {
            try {
                if (row.refusal() != null) {
                    throw row.refusal();
                }
                BusinessRecord made = row.type() == RecordType.CUSTOMER
                        ? customer(context, row)
                        : locationService.create(context, withCustomer(row));
                return new BulkResult(
                        row.type(),
                        made.version() == 1 ? Outcome.CREATED : Outcome.UPDATED,
                        made.id(),
                        made.code(),
                        made.version(),
                        null,
                        null,
                        List.of());
            } catch (KontorException refusal) {
                return new BulkResult(
                        row.type(),
                        Outcome.REFUSED,
                        null,
                        null,
                        0,
                        refusal.code().code(),
                        refusal.getMessage(),
                        refusal.violations());
            }
        }

        private Customer customer(CallContext context, BulkRow row) {
            return customers.stream()
                    .filter(c -> c.code().equals(row.key().code()))
                    .findFirst()
                    .map(known -> customerService.update(context, known.id(), known.version(), row.values()))
                    .orElseGet(() -> customerService
                            .createWithLocations(context, row.values(), List.of())
                            .customer());
        }

        private FieldValues withCustomer(BulkRow row) {
            FieldValues.Builder values = FieldValues.builder();
            row.values().forEach(values::set);
            String code = row.references().get(LocationField.CUSTOMER).code();
            customers.stream()
                    .filter(c -> c.code().equals(code))
                    .forEach(owner ->
                            values.set(LocationField.CUSTOMER, owner.id().toString()));
            return values.build();
        }
    }

    final class FakeAccounts extends Fakes<Account> implements Accounts {
        FakeAccounts() {
            super(RecordType.ACCOUNT, accounts);
        }

        @Override
        public synchronized Account create(CallContext context, FieldValues values) {
            called(context);
            context.requireWriter();
            lastAccount = values;
            FieldValues.Builder made = FieldValues.builder();
            if (!values.has(AccountField.STAGE)) {
                made.set(AccountField.STAGE, Stage.CUSTOMER.name());
            }
            if (!values.has(AccountField.CODE)) {
                made.set(AccountField.CODE, "A-" + (accounts.size() + 1));
            }
            if (values.has(AccountField.CUSTOMER)) {
                made.set(AccountField.CUSTOMER, UUID.fromString(values.text(AccountField.CUSTOMER)));
            }
            Account account = new Account(header(context), values.with(made.build()), List.of());
            accounts.add(account);
            return account;
        }

        @Override
        public synchronized Page<Account> find(CallContext context, RecordQuery query) {
            called(context);
            return page(accounts, account -> true, query);
        }

        @Override
        public synchronized Account move(CallContext context, UUID id, long version, UUID to) {
            Account before = get(context, id);
            RecordHeader old = before.header();
            RecordHeader header =
                    new RecordHeader(id, to, version + 1, before.archived(), old.created(), old.changed());
            Account after = new Account(header, before.values(), List.of());
            accounts.set(accounts.indexOf(before), after);
            return after;
        }

        @Override
        public CallContext within(CallContext context, UUID account) {
            throw new UnsupportedOperationException();
        }
    }

    final class FakeCustomers extends Fakes<Customer> implements Customers {
        FakeCustomers() {
            super(RecordType.CUSTOMER, customers);
        }

        @Override
        public synchronized CustomerWithLocations createWithLocations(
                CallContext context, FieldValues customer, List<FieldValues> inputs) {
            called(context);
            context.requireWriter();
            Customer again = answered(context);
            if (again != null) {
                return new CustomerWithLocations(again, List.of());
            }
            lastCustomer = customer;
            lastLocations = inputs;
            List<Violation> violations = new ArrayList<>();
            if (customer.text(CustomerField.NAME) == null) {
                violations.add(new Violation("name", "required", "A name is required.", null));
            }
            check("", customer, violations);
            for (int i = 0; i < inputs.size(); i++) {
                check("locations[" + i + "].", inputs.get(i), violations);
            }
            if (!violations.isEmpty()) {
                throw KontorException.invalid(violations);
            }
            String code = customer.text(CustomerField.CODE);
            if (code != null && customers.stream().anyMatch(c -> c.code().equals(code))) {
                throw new KontorException(ErrorCode.CODE_TAKEN, "The code '" + code + "' is in use.");
            }
            FieldValues values = code != null
                    ? customer
                    : customer.with(FieldValues.builder()
                            .set(CustomerField.CODE, "C-" + (customers.size() + 1))
                            .build());
            Customer stored = new Customer(header(context), values, List.of(REFERENCE));
            customers.add(stored);
            if (context.request() != null) {
                done.put(context.request().key(), context.request().digest() + " " + stored.id());
            }
            List<Location> made = inputs.stream()
                    .map(input -> location(context, stored, input))
                    .toList();
            return new CustomerWithLocations(stored, made);
        }

        /** What the request was answered before, or null. */
        private Customer answered(CallContext context) {
            String before = context.request() == null
                    ? null
                    : done.get(context.request().key());
            if (before == null) {
                return null;
            }
            if (!before.startsWith(context.request().digest())) {
                throw new KontorException(ErrorCode.IDEMPOTENCY_CONFLICT, "Another request had this name.");
            }
            return get(context, UUID.fromString(before.split(" ")[1]));
        }

        private Location location(CallContext context, Customer owner, FieldValues input) {
            FieldValues.Builder extra = FieldValues.builder().set(LocationField.CUSTOMER, owner.id());
            if (input.get(LocationField.CODE) == null) {
                extra.set(LocationField.CODE, "L-" + (locations.size() + 1));
            }
            if (input.get(LocationField.PARENT) != null) {
                extra.set(LocationField.PARENT, UUID.fromString((String) input.get(LocationField.PARENT)));
            }
            Location stored = new Location(header(context), input.with(extra.build()), List.of(REFERENCE));
            locations.add(stored);
            return stored;
        }

        @Override
        public Page<Customer> find(CallContext context, RecordQuery query) {
            called(context);
            return page(
                    customers,
                    c -> query.text() == null
                            || c.name().toLowerCase().contains(query.text().toLowerCase()),
                    query);
        }
    }

    final class FakeLocations extends Fakes<Location> implements Locations {
        FakeLocations() {
            super(RecordType.LOCATION, locations);
        }

        @Override
        public Location create(CallContext context, FieldValues values) {
            called(context);
            context.requireWriter();
            List<Violation> violations = new ArrayList<>();
            check("", values, violations);
            if (!violations.isEmpty()) {
                throw KontorException.invalid(violations);
            }
            UUID owner = UUID.fromString((String) values.get(LocationField.CUSTOMER));
            return customerService.location(context, customerService.get(context, owner), values);
        }

        @Override
        public Page<Location> find(CallContext context, RecordQuery query) {
            called(context);
            Object owner = query.where().get(LocationField.CUSTOMER);
            return page(
                    locations, l -> owner == null || l.customerId().toString().equals(owner.toString()), query);
        }
    }
}
