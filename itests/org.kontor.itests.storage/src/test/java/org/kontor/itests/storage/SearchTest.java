/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.Assume;
import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Match;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.spi.record.Draft;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** What text finds (C2), and that it finds the same whichever way the database goes. */
@Shows("C2")
public class SearchTest extends OnBothDatabases {
    private static final int MANY = 21_000;

    @Test
    public void wordsPartsAndTypingErrors() {
        make("Müller Maschinenbau AG");
        make("Meier Werkzeuge GmbH");
        make("Rosalind Weber");

        assertEquals(List.of("Müller Maschinenbau AG"), names(RecordQuery.ALL.withText("masch muller")));
        assertEquals(List.of(), names(RecordQuery.ALL.withText("schinen")));
        if (kind == TestDatabase.H2) {
            assertViolations(
                    List.of("match needs_postgresql"),
                    () -> customers.find(ME, RecordQuery.ALL.withText("schinen").withMatch(Match.PART)));
            assertViolations(
                    List.of("match needs_postgresql"),
                    () -> customers.find(
                            ME, RecordQuery.ALL.withText("mashinenbau").withMatch(Match.SIMILAR)));
            return;
        }
        assertEquals(
                List.of("Müller Maschinenbau AG"),
                names(RecordQuery.ALL.withText("SCHINÉN ülle").withMatch(Match.PART)));
        assertEquals(List.of(), names(RecordQuery.ALL.withText("schinen werk").withMatch(Match.PART)));
        assertViolations(
                List.of("q too_short"),
                () -> customers.find(ME, RecordQuery.ALL.withText("ab").withMatch(Match.PART)));
        assertEquals(
                List.of("Müller Maschinenbau AG"),
                names(RecordQuery.ALL.withText("maschinenbua").withMatch(Match.SIMILAR)));
        assertEquals(
                List.of("Rosalind Weber"),
                names(RecordQuery.ALL.withText("rosalnid").withMatch(Match.SIMILAR)));
    }

    @Test
    public void aPartIsFoundAsTheRecordIsNow() {
        Assume.assumeTrue("parts are found on PostgreSQL alone", kind == TestDatabase.POSTGRESQL);
        Customer made = make("Alpenblick Hotel");
        RecordQuery part = RecordQuery.ALL.withText("penbl").withMatch(Match.PART);
        assertEquals(1, names(part).size());
        Customer renamed = customers.update(ME, made.id(), 1, named("Seeblick Hotel"));
        assertEquals(List.of(), names(part));
        assertEquals(List.of("Seeblick Hotel"), names(part.withText("eebli")));
        customers.delete(ME, renamed.id(), renamed.version());
        assertEquals(List.of(), names(part.withText("eebli")));
    }

    /** Common and rare words and fields, alone and together, in every order: the pages are what a filter would give. */
    @Test
    public void commonAndRareConditions() {
        Assume.assumeTrue("there is one way on the embedded database", kind == TestDatabase.POSTGRESQL);
        List<Customer> all = fill();

        RecordQuery all200 = RecordQuery.ALL.withLimit(200);
        check(all, all200.withText("everywhere"), customer -> true, 3);
        check(all, all200.withText("every half"), customer -> number(customer) % 2 == 0, 3);
        check(all, all200.withText("rare"), customer -> number(customer) % 700 == 0, 30);
        check(all, all200.withText("everywhere rare"), customer -> number(customer) % 700 == 0, 30);
        check(all, all200.withText("half tenth"), customer -> number(customer) % 10 == 0, 30);
        check(all, all200.withText("everywhere nowhere"), customer -> false, 1);
        check(all, all200.where(CustomerField.KIND, "COMPANY"), customer -> true, 3);
        check(
                all,
                all200.where(CustomerField.RELATION, "DISTRIBUTOR").withText("half"),
                customer -> number(customer) % 70 == 0,
                30);
        check(
                all,
                all200.where(CustomerField.ADDRESS_COUNTRY, "LI").withText("everywhere"),
                customer -> number(customer) % 10 == 0,
                30);
        check(all, all200.where(CustomerField.TAGS, "Gold"), customer -> number(customer) % 35 == 0, 30);
        check(all, all200.withText("ever").withMatch(Match.PART), customer -> true, 3);
        check(all, all200.withText("alf").withMatch(Match.PART), customer -> number(customer) % 2 == 0, 3);
        check(all, all200.withText("are").withMatch(Match.PART), customer -> number(customer) % 700 == 0, 3);
    }

    private void check(List<Customer> all, RecordQuery query, Predicate<Customer> condition, int pages) {
        for (SortKey key : new SortKey[] {SortKey.NAME, SortKey.COUNTRY}) {
            for (boolean descending : new boolean[] {false, true}) {
                RecordQuery sorted = query.withSort(key, descending);
                List<String> expected = all.stream()
                        .filter(condition)
                        .sorted(order(key, descending))
                        .map(Customer::code)
                        .toList();
                List<String> found = new ArrayList<>();
                Page<Customer> page = customers.find(ME, sorted);
                page.items().forEach(customer -> found.add(customer.code()));
                for (int i = 1; i < pages && page.next() != null; i++) {
                    page = customers.find(ME, sorted.withCursor(page.next()));
                    page.items().forEach(customer -> found.add(customer.code()));
                }
                int compared = page.next() == null ? expected.size() : Math.min(found.size(), expected.size());
                assertEquals(sorted.toString(), expected.subList(0, compared), found);
            }
        }
    }

    private static java.util.Comparator<Customer> order(SortKey key, boolean descending) {
        java.util.Comparator<Customer> order =
                switch (key) {
                    case NAME -> java.util.Comparator.comparing(
                            customer -> customer.name().toLowerCase(java.util.Locale.ROOT));
                    case CODE -> java.util.Comparator.comparing(Customer::code);
                    case COUNTRY -> java.util.Comparator.<Customer, String>comparing(
                                    customer -> customer.address().country() == null
                                            ? ""
                                            : customer.address().country())
                            .thenComparing(customer -> customer.name().toLowerCase(java.util.Locale.ROOT));
                    case CHANGED -> java.util.Comparator.comparing(
                            customer -> customer.header().changed().at());
                };
        order = order.thenComparing(customer -> customer.id().toString());
        return descending ? order.reversed() : order;
    }

    private List<Customer> fill() {
        List<Customer> all = new ArrayList<>();
        RuledRecordWriter writer = new RuledRecordWriter();
        for (int from = 0; from < MANY; from += 1000) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = from; i < from + 1000; i++) {
                drafts.add(Draft.create(values(i)));
            }
            unitOfWork
                    .write(ME, transaction -> writer.write(ME, transaction, RecordType.CUSTOMER, drafts))
                    .forEach(written -> all.add((Customer) written.record()));
        }
        return all;
    }

    private static FieldValues values(int i) {
        // names that sort otherwise than they were made
        String name = (i * 7919 % MANY + 100_000) + " everywhere" + (i % 2 == 0 ? " half" : "")
                + (i % 10 == 0 ? " tenth" : "") + (i % 700 == 0 ? " rare" : "");
        return FieldValues.builder()
                .set(CustomerField.CODE, "K-" + i)
                .set(CustomerField.NAME, name)
                .set(CustomerField.KIND, "COMPANY")
                .set(CustomerField.RELATION, i % 70 == 0 ? "DISTRIBUTOR" : "END_CUSTOMER")
                .set(CustomerField.ADDRESS_COUNTRY, i % 10 == 0 ? "LI" : i % 3 == 0 ? null : "CH")
                .set(CustomerField.TAGS, i % 35 == 0 ? List.of("gold", "x") : List.of())
                .build();
    }

    private static int number(Customer customer) {
        return Integer.parseInt(customer.code().substring(2));
    }

    private Customer make(String name) {
        return customers.create(ME, named(name));
    }

    private List<String> names(RecordQuery query) {
        return customers.find(ME, query).items().stream().map(Customer::name).toList();
    }
}
