/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Choice;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Filters, orders and drop-downs. */
@Shows({"C2", "C5", "C9", "V1"})
public class ListsTest extends OnBothDatabases {
    private static final RecordQuery ALL = RecordQuery.ALL;

    private Customer customer(String name, Object... fields) {
        FieldValues.Builder values = FieldValues.builder().set(CustomerField.NAME, name);
        for (int i = 0; i < fields.length; i += 2) {
            values.set((CustomerField) fields[i], fields[i + 1]);
        }
        return customers.create(ME, values.build());
    }

    private static <T extends BusinessRecord> List<String> names(RecordService<T> service, RecordQuery query) {
        return walk(service, query).stream().map(BusinessRecord::name).toList();
    }

    private static <T extends BusinessRecord> List<T> walk(RecordService<T> service, RecordQuery query) {
        List<T> walked = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = service.find(ME, query.withCursor(cursor));
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return walked;
    }

    @Test
    public void customersAreFilteredByWhatTheySayThatTheyAre() {
        customer("A", CustomerField.KIND, "COMPANY", CustomerField.TAGS, List.of("gold", "Größe L"));
        customer("B", CustomerField.KIND, "INDIVIDUAL", CustomerField.RELATION, "END_CUSTOMER");
        customer("C", CustomerField.RELATION, "DISTRIBUTOR", CustomerField.TAGS, List.of("goldfish"));
        Customer d = customer("D", CustomerField.KIND, "COMPANY", CustomerField.ADDRESS_COUNTRY, "CH");
        assertEquals(List.of("A", "D"), names(customers, ALL.where(CustomerField.KIND, "COMPANY")));
        assertEquals(List.of("A", "D"), names(customers, ALL.where(CustomerField.KIND, "company")));
        assertEquals(List.of("C"), names(customers, ALL.where(CustomerField.RELATION, "DISTRIBUTOR")));
        assertEquals("whole tags", List.of("A"), names(customers, ALL.where(CustomerField.TAGS, "gold")));
        assertEquals(List.of("A"), names(customers, ALL.where(CustomerField.TAGS, "größe l")));
        assertEquals("tags are words, too", List.of("A", "C"), names(customers, ALL.withText("gold")));
        assertEquals(
                List.of("D"),
                names(customers, ALL.where(CustomerField.KIND, "COMPANY").where(CustomerField.ADDRESS_COUNTRY, "CH")));
        customers.update(ME, d.id(), 1, set(CustomerField.TAGS, List.of("gold")));
        assertEquals(List.of("A", "D"), names(customers, ALL.where(CustomerField.TAGS, "gold")));
        customers.update(ME, d.id(), 2, set(CustomerField.TAGS, null));
        assertEquals(List.of("A"), names(customers, ALL.where(CustomerField.TAGS, "gold")));
        assertViolations(
                List.of("kind unknown_choice"), () -> customers.find(ME, ALL.where(CustomerField.KIND, "MARTIAN")));
        assertViolations(
                List.of("email not_filterable"),
                () -> customers.find(ME, ALL.where(CustomerField.EMAIL, "a@b.example")));
    }

    @Test
    public void locationsAreFilteredByWhereTheyAre() {
        Customer one = customer("One");
        Customer other = customer("Other");
        Location site = site(one, "Site", null);
        Location room = site(one, "Room", site);
        site(other, "Else", null);
        locations.update(
                ME,
                room.id(),
                1,
                set(LocationField.TYPE, "SPACE")
                        .with(set(LocationField.STATUS, "PLANNED"))
                        .with(set(LocationField.TAGS, List.of("cold")))
                        .with(set(LocationField.ADDRESS_COUNTRY, "FR")));
        assertEquals(List.of("Room", "Site"), names(locations, ALL.where(LocationField.CUSTOMER, one.id())));
        for (Map.Entry<Field, Object> filter : Map.<Field, Object>of(
                        LocationField.PARENT,
                        site.id().toString(),
                        LocationField.TYPE,
                        "SPACE",
                        LocationField.STATUS,
                        "PLANNED",
                        LocationField.TAGS,
                        "cold",
                        LocationField.ADDRESS_COUNTRY,
                        "fr")
                .entrySet()) {
            assertEquals(
                    filter.getKey().path(),
                    List.of("Room"),
                    names(locations, ALL.where(filter.getKey(), filter.getValue())));
            assertEquals(
                    filter.getKey().path(),
                    List.of(),
                    names(
                            locations,
                            ALL.where(filter.getKey(), filter.getValue()).where(LocationField.CUSTOMER, other.id())));
        }
        assertViolations(
                List.of("parent malformed_id"), () -> locations.find(ME, ALL.where(LocationField.PARENT, "1-1-1-1-1")));
    }

    /** Without country first, then by country, then by name; many equal, so that every page ends between equals. */
    @Test
    public void everyOrderIsWalkedWholeWhereverPagesEnd() {
        String[] countries = {null, "CH", "AT", null, "CH", null, "FR", "CH", "AT"};
        for (int i = 0; i < countries.length; i++) {
            Customer made = customer(
                    "N" + i % 4, CustomerField.CODE, "Z-" + (9 - i), CustomerField.ADDRESS_COUNTRY, countries[i]);
            if (i % 3 == 0) {
                customers.setArchived(ME, made.id(), null, true);
            }
        }
        Comparator<Customer> byName = Comparator.comparing(Customer::name);
        Map<SortKey, Comparator<Customer>> orders = Map.of(
                SortKey.NAME,
                byName,
                SortKey.CODE,
                Comparator.comparing(Customer::code),
                SortKey.COUNTRY,
                Comparator.<Customer, String>comparing(one -> one.address().country() == null
                                ? ""
                                : one.address().country())
                        .thenComparing(byName),
                SortKey.CHANGED,
                Comparator.comparing(one -> one.header().changed().at()));
        List<Customer> there = walk(customers, ALL.withArchived(Archived.ANY));
        for (Archived side : Archived.values()) {
            orders.forEach((key, order) -> {
                List<Customer> expected = new ArrayList<>(there.stream()
                        .filter(one -> side == Archived.ANY || one.archived() == (side == Archived.YES))
                        .sorted(order.thenComparing(one -> one.id().toString()))
                        .toList());
                for (int limit = 1; limit <= expected.size() + 1; limit++) {
                    assertEquals(
                            side + " " + key + " " + limit,
                            expected,
                            walk(
                                    customers,
                                    ALL.withArchived(side).withSort(key, false).withLimit(limit)));
                }
                Collections.reverse(expected);
                for (int limit = 1; limit <= expected.size() + 1; limit += 2) {
                    assertEquals(
                            side + " -" + key + " " + limit,
                            expected,
                            walk(
                                    customers,
                                    ALL.withArchived(side).withSort(key, true).withLimit(limit)));
                }
            });
        }
        List<Customer> taken = new ArrayList<>();
        customers.forEach(ME, ALL.withArchived(Archived.ANY).withLimit(1), taken::add);
        assertEquals(there, taken);
    }

    @Test
    public void dropDownsOfferActiveOnesAndFindArchivedOnes() {
        Customer first = customer("Acme");
        Customer gone = customer("Acme Gone");
        customers.setArchived(ME, gone.id(), null, true);
        customer("Beta");
        Location site = site(first, "Acme site", null);
        assertEquals(
                List.of("Acme", "Beta"),
                customers.lookup(ME, null, Map.of(), 50).stream()
                        .map(Choice::name)
                        .toList());
        assertEquals(
                List.of(
                        new Choice(first.id(), first.code(), "Acme", false),
                        new Choice(gone.id(), gone.code(), "Acme Gone", true)),
                customers.lookup(ME, "acm", Map.of(), 50));
        assertEquals(1, customers.lookup(ME, "acm", Map.of(), 1).size());
        assertEquals(
                List.of(new Choice(site.id(), site.code(), "Acme site", false)),
                locations.lookup(ME, " ", Map.of(LocationField.CUSTOMER, first.id()), 50));
        assertViolations(List.of("limit out_of_range"), () -> customers.lookup(ME, null, Map.of(), 0));
        assertEquals(Map.of(first.id(), first), customers.getAll(ME, List.of(first.id(), site.id())));
    }
}
