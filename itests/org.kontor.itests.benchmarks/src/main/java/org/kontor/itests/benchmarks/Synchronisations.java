/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.junit.AssumptionViolatedException;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.itests.benchmarks.Bulk.Took;
import org.kontor.itests.journeys.TrytonClient;
import org.kontor.itests.journeys.TrytonSystem;
import org.kontor.itests.journeys.TrytonView;

/**
 * Parties of a real Tryton that are new to Kontor, and the same when Tryton says that all have changed and none has. The
 * baseline only reads them, by the same calls. Not thread-safe.
 */
final class Synchronisations {
    private static final String NAME = "erp";
    static final String NOT_THERE = "not measured: Tryton is not installed";
    private static final int PAGE = 200;
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    /** What the connector reads of a party. */
    private static final List<String> FIELDS = List.of(
            "code",
            "name",
            "active",
            "langs.lang.code",
            "tax_identifier.code",
            "create_date",
            "write_date",
            "addresses.name",
            "addresses.active",
            "addresses.sequence",
            "addresses.street",
            "addresses.postal_code",
            "addresses.city",
            "addresses.subdivision.code",
            "addresses.country.code",
            "addresses.create_date",
            "addresses.write_date",
            "contact_mechanisms.type",
            "contact_mechanisms.value",
            "contact_mechanisms.active",
            "contact_mechanisms.sequence",
            "contact_mechanisms.create_date",
            "contact_mechanisms.write_date",
            "identifiers.type",
            "identifiers.code",
            "identifiers.sequence",
            "identifiers.create_date",
            "identifiers.write_date");

    private final Bench bench;

    Synchronisations(Bench bench) {
        this.bench = bench;
    }

    void run(int parties) throws Exception {
        Optional<TrytonSystem> found = tryton();
        if (found.isEmpty()) {
            bench.report.figure("synchronise with Tryton", NOT_THERE, "");
            return;
        }
        TrytonSystem system = found.get();
        String url = seeded(system, parties);
        Took reading = reading(url, parties);
        TrytonView view = new TrytonView(bench.kontor().api(), NAME);
        Took first =
                measure(view, () -> bench.kontor().connection(NAME, TrytonView.settings(url)), run -> run.path("source")
                        .asText()
                        .equals("full"));
        bench.report.bulk("synchronise " + parties + " new parties (beside: reading)", parties, first, reading, "");
        Took second = measure(
                view,
                () -> {
                    try (Connection tables = system.tables(NAME);
                            Statement statement = tables.createStatement()) {
                        statement.execute("UPDATE party_party SET write_date = now() AT TIME ZONE 'UTC'");
                    }
                },
                run -> run.path("unchanged").asInt() >= parties
                        && !run.path("source").asText().equals("full"));
        bench.report.bulk("the same, unchanged (beside: reading)", parties, second, reading, "");
        bench.kontor().removeConnection(NAME);
    }

    /** Empty where it is not installed. */
    static Optional<TrytonSystem> tryton() throws Exception {
        try {
            return Optional.of(TrytonSystem.get());
        } catch (AssumptionViolatedException notThere) {
            return Optional.empty();
        }
    }

    /** A database of Tryton with so many parties, each with an address; gives its address. */
    static String seeded(TrytonSystem system, int parties) throws Exception {
        String url = system.fresh(NAME);
        system.seed(NAME, parties);
        return url;
    }

    /** What it takes only to read them; once before, so that Tryton is warm. */
    static Took reading(String url, int parties) throws Exception {
        TrytonClient tryton = new TrytonClient(url, TrytonSystem.PASSWORD);
        read(tryton, parties);
        return read(tryton, parties);
    }

    private interface Cause {
        void happen() throws Exception;
    }

    /** The time is the run's own; the CPU is what was used until its end was seen. */
    private Took measure(TrytonView view, Cause cause, Predicate<JsonNode> expected) throws Exception {
        double server = Proc.cpu(bench.kontor().pid());
        double database = bench.database.cpu();
        cause.happen();
        JsonNode run = view.completedRun("the run", DEADLINE, view::runs, expected);
        return new Took(
                Duration.between(
                                        Instant.parse(run.path("startedAt").asText()),
                                        Instant.parse(run.path("endedAt").asText()))
                                .toMillis()
                        / 1e3,
                Proc.cpu(bench.kontor().pid()) - server,
                bench.database.cpu() - database);
    }

    private static Took read(TrytonClient tryton, int parties) throws Exception {
        long start = System.nanoTime();
        long last = 0;
        for (int read = 0; read < parties; ) {
            JsonNode page = tryton.call(
                    "model.party.party.search_read",
                    List.of(List.of("id", ">", last)),
                    0,
                    PAGE,
                    List.of(List.of("id", "ASC")),
                    FIELDS);
            read += page.size();
            last = page.path(page.size() - 1).path("id").asLong();
        }
        return new Took((System.nanoTime() - start) / 1e9, 0, 0);
    }
}
