/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how fast the distribution is on PostgreSQL, beside plain JDBC that reads and writes the same rows in the same run:
 * {@code Benchmark [customers] [seconds a round]}.
 */
public final class Benchmark {
    private static final int DEEP_PAGES = 10_000;
    private static final int BULK = 100_000;
    private static final int PARTIES = 10_000;

    private Benchmark() {}

    @SuppressWarnings("try") // closing waits for processes
    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = Arrays.stream(arguments).map(Integer::valueOf).toList();
        int customers = numbers.isEmpty() ? 1_000_000 : numbers.get(0);
        double seconds = numbers.size() < 2 ? 5 : numbers.get(1);
        String loadBefore = Proc.load();
        try (Bench bench = new Bench(customers, seconds, new Report("Kontor", "plain JDBC"))) {
            bench.report.figure("start with an empty database", start(bench), "");
            bench.kontor().stop();
            long loading = System.nanoTime();
            try (Connection connection = bench.database.connect(Database.KONTOR)) {
                new Loader(connection).load(customers);
            }
            bench.report.figure("(loading " + customers + " customers by COPY)", seconds(loading), "");
            bench.database.copyForRaw();
            bench.report.figure("start", start(bench), "ready <= 15 s");
            measure(bench);
            System.out.printf(
                    "%n%s%n%d processors, %s%nload average before %s, after %s%nPostgreSQL: %s%n%d customers, %.0f s a"
                            + " round%n%n",
                    Instant.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Proc.processor(),
                    loadBefore,
                    Proc.load(),
                    bench.database.settings(),
                    customers,
                    seconds);
            bench.report.print(System.out);
        }
    }

    private static void measure(Bench bench) throws Exception {
        Writes writes = new Writes(bench);
        writes.warmUp();
        for (int clients : new int[] {1, 8, 32}) {
            writes.creates(clients, ">= 0.35");
        }
        writes.updates(8, "");
        Reads reads = new Reads(bench);
        int deep = Math.min(DEEP_PAGES, bench.customers / 100);
        reads.pages("page of 50, 8 clients", 8, deep, "", "", ">= 0.4");
        reads.pages(
                "page of 50 in a country, 8 clients",
                8,
                deep / 4,
                "&country=DE",
                " AND t.country_key = 'DE'",
                ">= 0.4");
        searches(reads);
        parts(reads);
        new Bulk(bench).run(Math.min(BULK, bench.customers), ">= 0.4");
        new Synchronisations(bench).run(Math.min(PARTIES, bench.customers));
        bench.report.figure("resident memory", Proc.resident(bench.kontor().pid()) + " MB", "<= 700 MB");
    }

    private static void searches(Reads reads) throws Exception {
        String aim = "p50 <= 10 ms";
        reads.search("search, a code", "&q=C-000123", aim, Reads.byIds(Reads.idsOf("000123")));
        reads.search("search, a rare word", "&q=oswald", aim, Reads.byIds(Reads.idsOf("oswald")));
        reads.search("search, a common word", "&q=gmbh", aim, Reads.byWalk("gmbh"));
        reads.search("search, two common words", "&q=gmbh+maschinenbau", aim, Reads.byWalk("gmbh", "maschinenbau"));
        reads.search("search, two that seldom meet", "&q=sa+gmbh", "", Reads.byWalk("sa", "gmbh"));
        reads.search("search, beginning of many names", "&q=zim", "", Reads.byWalk("zim"));
        reads.search("search, a common word in a rare country", "&q=anna&country=GL", "", Reads.byIds(rare("anna")));
        reads.search(
                "search, no hit in a small country",
                "&q=gmbh&country=LI&sort=-changed",
                "",
                Reads.byIds(Reads.idsOf("gmbh") + " AND EXISTS (SELECT 1 FROM customer c WHERE c.id = w.record_id AND"
                        + " c.country_key = 'LI')"));
    }

    private static void parts(Reads reads) throws Exception {
        String aim = "<= 1.5";
        for (String part : List.of("00123", "swald", "aschinenb")) {
            reads.search(
                    "search, part of a word: " + part,
                    "&match=part&q=" + part,
                    aim,
                    part.startsWith("asch") ? Reads.byWalkOfText(part) : Reads.byIds(Reads.idsOfPart(part)));
        }
        reads.search(
                "search, mistyped: maschinenbua", "&match=similar&q=maschinenbua", "", Reads.byWalk("maschinenbau"));
    }

    private static String rare(String word) {
        return Reads.idsOf(word) + " AND w.record_id IN (SELECT c.id FROM customer c WHERE c.country_key = '"
                + MadeUpCustomers.RARE_COUNTRY + "')";
    }

    private static String start(Bench bench) throws Exception {
        long before = System.nanoTime();
        bench.kontor().start();
        return seconds(before);
    }

    private static String seconds(long since) {
        return Report.text("%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
