/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

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
import org.kontor.api.record.Stamp;

/** Customers and locations in memory, with just the rules that tests of the SOAP door need. Remembers what it was asked. */
final class FakeStore {
    static final CrossReference REFERENCE = new CrossReference("tryton", "party,7");

    final List<Customer> customers = new ArrayList<>();
    final List<Location> locations = new ArrayList<>();
    final FakeCustomers customerService = new FakeCustomers();
    final FakeLocations locationService = new FakeLocations();

    CallContext lastCaller;
    RecordQuery lastQuery;
    FieldValues lastCustomer;
    List<FieldValues> lastLocations;
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
                    case COUNTRY -> throw new UnsupportedOperationException();
                };
        return sort.descending() ? order.reversed() : order;
    }

    final class FakeCustomers extends NotOffered<Customer> implements Customers {
        @Override
        public synchronized CustomerWithLocations createWithLocations(
                CallContext context, FieldValues customer, List<FieldValues> inputs) {
            called(context);
            context.requireWriter();
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
            List<Location> made = inputs.stream()
                    .map(input -> location(context, stored, input))
                    .toList();
            return new CustomerWithLocations(stored, made);
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
        public Customer get(CallContext context, UUID id) {
            called(context);
            return customers.stream()
                    .filter(c -> c.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "There is no customer " + id + "."));
        }

        @Override
        public Customer getByCode(CallContext context, String code) {
            called(context);
            return customers.stream()
                    .filter(c -> c.code().equals(code))
                    .findFirst()
                    .orElseThrow(() ->
                            new KontorException(ErrorCode.NOT_FOUND, "There is no customer with code '" + code + "'."));
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

    final class FakeLocations extends NotOffered<Location> implements Locations {
        @Override
        public Page<Location> find(CallContext context, RecordQuery query) {
            return page(locations, l -> l.customerId().equals(query.where().get(LocationField.CUSTOMER)), query);
        }
    }
}
