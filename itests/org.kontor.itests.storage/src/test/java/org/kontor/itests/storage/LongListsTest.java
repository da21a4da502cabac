/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.customer.CustomerKind;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/**
 * Searches and filters with no, few, many and very many hits, near and far in the list, alone and never together: whatever
 * way the store takes, the pages are the same. Customers are numbers, written past the services, so that PostgreSQL knows
 * nothing about them.
 */
@Shows("C2")
public class LongListsTest extends OnBothDatabases {
    private static final int COUNT = 45_000;
    private static final int LIMIT = 50;
    private static final int HALF = 22_000;

    private CallContext call = ME;
    private IntPredicate seen = n -> true;

    @Before
    public void fill() throws Exception {
        Assume.assumeTrue("there is one way on the embedded database", kind == TestDatabase.POSTGRESQL);
        String numbers = "generate_series(1, " + COUNT + ") s(n)";
        String id = "CAST('00000000-0000-7000-8000-' || LPAD(CAST(n AS VARCHAR), 12, '0') AS UUID)";
        database.run("INSERT INTO customer (id, account_id, version, archived, created_at, created_by, created_through,"
                + " changed_at, changed_by, changed_through, code, name, name_key, kind, address_country, country_key)"
                + " SELECT " + id + ", CAST('" + Account.OPERATOR
                + "' AS UUID), 1, false, CURRENT_TIMESTAMP, 'me', 'rest',"
                + " CAST('2026-01-01 00:00:00+00' AS TIMESTAMP WITH TIME ZONE) - n * INTERVAL '1' MINUTE, 'me', 'rest',"
                + " 'K' || (900000 - n), 'c ' || (100000 + n), 'c ' || (100000 + n),"
                + " CASE WHEN MOD(n, 4) = 0 THEN 'INDIVIDUAL' ELSE 'COMPANY' END,"
                + " CASE WHEN n > 44000 THEN 'LI' ELSE 'DE' END, CASE WHEN n > 44000 THEN 'LI' ELSE 'DE' END FROM "
                + numbers);
        word(numbers, id, "'low'", "n <= " + HALF);
        word(numbers, id, "'high'", "n > " + HALF);
        word(numbers, id, "'highest'", "n > 44500");
        word(numbers, id, "'third'", "MOD(n, 3) = 0");
        word(numbers, id, "'rare'", "MOD(n, 1000) = 0");
        word(numbers, id, "'#vip'", "MOD(n, 500) = 0");
        word(numbers, id, "'n' || n", "n <= 100");
    }

    private void word(String numbers, String id, String word, String condition) throws Exception {
        database.run("INSERT INTO search_word (record_type, word, record_id) SELECT 'customer', " + word + ", " + id
                + " FROM " + numbers + " WHERE " + condition);
    }

    @Test
    public void pagesAreTheSameWhateverTheHits() {
        checkAll();
    }

    /** What is common among all may be rare, or be nowhere, in what an account sees. */
    @Test
    @Shows("P6")
    public void pagesAreThoseOfTheSubtree() throws Exception {
        call = partner("many", "MOD(n, 2) = 0");
        seen = n -> n % 2 == 0;
        checkAll();
        call = partner("few", "MOD(n, 450) = 7");
        seen = n -> n % 450 == 7;
        checkAll();
    }

    private CallContext partner(String name, String condition) throws Exception {
        Customer customer = customers.create(ME, named(name));
        UUID account = accounts.create(
                        ME,
                        FieldValues.builder()
                                .set(AccountField.NAME, name)
                                .set(AccountField.TYPE, "PARTNER")
                                .set(AccountField.CUSTOMER, customer.id())
                                .build())
                .id();
        customers.setArchived(ME, customer.id(), null, true);
        String number = condition.replace("(n,", "(CAST(SUBSTRING(name, 3) AS INTEGER) - 100000,");
        database.run("UPDATE customer SET account_id = '" + account + "' WHERE name LIKE 'c 1%' AND " + number);
        database.run("INSERT INTO customer_listing (account_id, id, archived, name_key, code, changed_at, country_key)"
                + " SELECT account_id, id, archived, name_key, code, changed_at, country_key FROM customer WHERE account_id = '"
                + account + "'");
        // as the services have it looked at what grew; seen empty alone, any index is as good to PostgreSQL as another
        database.run("ANALYZE");
        return accounts.within(ME, account);
    }

    private void checkAll() {
        check(RecordQuery.ALL, n -> true);
        check(RecordQuery.ALL.withText("low"), n -> n <= HALF);
        check(RecordQuery.ALL.withText("high"), n -> n > HALF);
        check(RecordQuery.ALL.withText("highest"), n -> n > 44_500);
        check(RecordQuery.ALL.withText("low high"), n -> false);
        check(RecordQuery.ALL.withText("third"), n -> n % 3 == 0);
        check(RecordQuery.ALL.withText("th high"), n -> n % 3 == 0 && n > HALF);
        check(RecordQuery.ALL.withText("rare"), n -> n % 1000 == 0);
        check(RecordQuery.ALL.withText("rare high third"), n -> n % 3000 == 0 && n > HALF);
        check(RecordQuery.ALL.withText("nobody low"), n -> false);
        check(RecordQuery.ALL.withText("n7"), n -> n == 7 || n >= 70 && n < 80);
        check(RecordQuery.ALL.where(CustomerField.TAGS, "VIP"), n -> n % 500 == 0);
        check(RecordQuery.ALL.where(CustomerField.TAGS, "vip").withText("rare"), n -> n % 1000 == 0);
        check(RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "LI"), n -> n > 44_000);
        check(RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "LI").withText("low"), n -> false);
        check(
                RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "DE").withText("high"),
                n -> n > HALF && n <= 44_000);
        check(RecordQuery.ALL.where(CustomerField.ADDRESS_COUNTRY, "FR"), n -> false);
        check(RecordQuery.ALL.where(CustomerField.KIND, CustomerKind.INDIVIDUAL.name()), n -> n % 4 == 0);
        check(
                RecordQuery.ALL
                        .where(CustomerField.KIND, CustomerKind.INDIVIDUAL.name())
                        .withText("third high"),
                n -> n % 12 == 0 && n > HALF);
    }

    private void check(RecordQuery query, IntPredicate expected) {
        List<Integer> ascending = IntStream.rangeClosed(1, COUNT)
                .filter(expected.and(seen))
                .boxed()
                .toList();
        List<Integer> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);
        check(query, ascending);
        check(query.withSort(SortKey.NAME, true), descending);
        check(query.withSort(SortKey.CODE, false), descending);
        check(query.withSort(SortKey.CHANGED, true), ascending);
        check(query.withSort(SortKey.COUNTRY, false), ascending);
    }

    /** The first page and the one behind it. */
    private void check(RecordQuery query, List<Integer> expected) {
        String what = query.toString();
        Page<Customer> first = customers.find(call, query.withLimit(LIMIT));
        assertEquals(what, expected.subList(0, Math.min(LIMIT, expected.size())), numbers(first));
        if (expected.size() <= LIMIT) {
            assertEquals(what, null, first.next());
        } else {
            Page<Customer> second = customers.find(call, query.withLimit(LIMIT).withCursor(first.next()));
            assertEquals(what, expected.subList(LIMIT, Math.min(2 * LIMIT, expected.size())), numbers(second));
        }
    }

    private static List<Integer> numbers(Page<Customer> page) {
        return page.items().stream()
                .map(customer -> Integer.parseInt(customer.name().substring(2)) - 100_000)
                .toList();
    }
}
