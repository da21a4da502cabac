/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.customer.CustomerField;
import org.kontor.itests.benchmarks.Clients.Client;
import org.kontor.itests.benchmarks.Report.Side;

/**
 * What a partner waits beside the operator: it has a tenth of all customers, those whose names sort last. Once in a tree of few
 * accounts, and once more with 100,000 accounts below the partner: {@code SubtreeBenchmark [customers] [seconds a round]}.
 */
public final class SubtreeBenchmark {
    private static final int ACCOUNTS = 100_000;
    private static final int PAGE = 50;
    private static final int WALK_PAGE = 200;
    private static final int ROUNDS = 3;
    private static final String LOGIN = "zoe";
    private static final String PASSWORD = "only for this benchmark";
    private static final String AIM = "<= 1.3";

    private final Bench bench;
    private final UUID partner;
    private final List<String> partnersCodes;
    private final Map<String, Side> before = new LinkedHashMap<>();

    private SubtreeBenchmark(Bench bench, UUID partner) throws SQLException {
        this.bench = bench;
        this.partner = partner;
        this.partnersCodes = bench.database.texts(
                Database.KONTOR,
                "SELECT code FROM customer_listing WHERE account_id = '" + partner + "' ORDER BY name_key, id LIMIT 1");
    }

    @SuppressWarnings("try") // closing waits for processes
    public static void main(String[] arguments) throws Exception {
        List<Integer> numbers = Arrays.stream(arguments).map(Integer::valueOf).toList();
        int customers = numbers.isEmpty() ? 1_000_000 : numbers.get(0);
        double seconds = numbers.size() < 2 ? 5 : numbers.get(1);
        String loadBefore = Proc.load();
        try (Bench bench = new Bench(customers, seconds, new Report("partner", "operator"))) {
            bench.kontor().start();
            bench.kontor().stop();
            try (var connection = bench.database.connect(Database.KONTOR)) {
                new Loader(connection).load(customers);
            }
            bench.kontor().start();
            SubtreeBenchmark subtree = new SubtreeBenchmark(bench, partner(bench));
            subtree.measure("");
            subtree.grow();
            subtree.measure(", " + ACCOUNTS + " accounts");
            System.out.printf(
                    "%n%s%n%d processors, %s%nload average before %s, after %s%nPostgreSQL: %s%n%d customers, %d of them"
                            + " the partner's, %.0f s a round%n%n",
                    Instant.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Proc.processor(),
                    loadBefore,
                    Proc.load(),
                    bench.database.settings(),
                    customers,
                    customers / 10,
                    seconds);
            bench.report.print(System.out);
        }
    }

    /** Makes the partner, and gives it what sorts last: as it would stand there if it had made these customers itself. */
    private static UUID partner(Bench bench) throws IOException, SQLException {
        UUID partner = opened(bench);
        String moved = "(SELECT c.id FROM customer c WHERE c.account_id = '" + Loader.OPERATOR
                + "' ORDER BY c.name_key DESC, c.id DESC LIMIT " + bench.customers / 10 + ")";
        bench.database.run(Database.KONTOR, "UPDATE customer SET account_id = '" + partner + "' WHERE id IN " + moved);
        bench.database.run(
                Database.KONTOR,
                "INSERT INTO customer_listing (account_id, id, archived, name_key, code, changed_at, country_key)"
                        + " SELECT account_id, id, archived, name_key, code, changed_at, country_key FROM customer WHERE"
                        + " account_id = '" + partner + "'");
        bench.database.run(
                Database.KONTOR,
                "INSERT INTO audit_listing (account_id, id) SELECT c.account_id, e.id FROM audit_entry e JOIN customer c"
                        + " ON c.id = e.record_id WHERE c.account_id = '" + partner + "'");
        bench.database.run(Database.KONTOR, "VACUUM (ANALYZE)");
        return partner;
    }

    /** The partner, with somebody who looks through its lists. */
    private static UUID opened(Bench bench) throws IOException {
        UUID partner;
        try (RestClient rest = bench.client()) {
            ObjectNode body = RestClient.JSON.createObjectNode();
            body.putObject("customer").put("name", "Zz Partner");
            body.putObject("account").put("type", "PARTNER").put("name", "Zz Partner");
            body.putObject("administrators").put("who", "ME");
            partner = UUID.fromString(
                    rest.made("/openings", body).at("/account/id").asText());
        }
        try (RestClient rest = bench.client(partner)) {
            ObjectNode body = RestClient.JSON.createObjectNode();
            body.put("login", LOGIN).put("name", "Zoe").put("password", PASSWORD);
            body.putArray("roles").add("PARTNER_ADMIN");
            rest.post("/people", body);
        }
        return partner;
    }

    private static UUID customerAccount(Bench bench, UUID above) throws IOException {
        try (RestClient rest = bench.client(above)) {
            ObjectNode body = RestClient.JSON.createObjectNode();
            body.put(
                    "customerId",
                    rest.create(Map.of(CustomerField.NAME, "Copied")).toString());
            return rest.post("/accounts", body.put("type", "CUSTOMER").put("name", "Copied"));
        }
    }

    /** Copies an account below the partner many times. */
    private void grow() throws IOException, SQLException {
        UUID first = customerAccount(bench, partner);
        List<String> columns = bench.database.texts(
                Database.KONTOR,
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'account' ORDER BY ordinal_position");
        List<String> values = new ArrayList<>(columns);
        values.set(columns.indexOf("id"), "gen_random_uuid()");
        values.set(columns.indexOf("code"), "'B-' || n");
        bench.database.run(
                Database.KONTOR,
                "INSERT INTO account (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                        + " FROM account, generate_series(1, " + ACCOUNTS + ") n WHERE id = '" + first + "'");
        String copies = " FROM account a WHERE a.code LIKE 'B-%' AND a.account_id = '" + partner + "'";
        for (String above : List.of("a.id", "'" + partner + "'", "'" + Loader.OPERATOR + "'")) {
            bench.database.run(
                    Database.KONTOR,
                    "INSERT INTO account_above (account_id, above_id) SELECT a.id, CAST(" + above + " AS UUID)"
                            + copies);
            if (!above.contains(Loader.OPERATOR)) {
                bench.database.run(
                        Database.KONTOR,
                        "INSERT INTO account_listing (account_id, id, archived, name_key, code, changed_at, country_key)"
                                + " SELECT CAST(" + above + " AS UUID), a.id, a.archived, a.name_key, a.code,"
                                + " a.changed_at, a.country_key" + copies);
            }
        }
        bench.database.run(Database.KONTOR, "VACUUM (ANALYZE)");
    }

    private void measure(String tree) throws Exception {
        pages("page of 50", "", tree);
        pages("page of 50 by change", "&sort=-changed", tree);
        pages("page of 50 in a country", "&country=DE", tree);
        compare("look-up", "/customers/lookup?text=" + partnersCodes.get(0), tree);
        compare("search, a common word", "/customers?limit=50&q=gmbh", tree);
        compare("page of accounts", "/accounts?limit=50", tree);
        compare("page of the audit", "/audit?limit=50", tree);
        one("one customer", tree);
    }

    /** The first page, and the one behind half of what the partner has. */
    private void pages(String what, String filter, String tree) throws Exception {
        String path = "/customers?limit=" + PAGE + filter;
        compare(what + ", first", path, path, tree);
        int depth = bench.customers / 10 / PAGE / (filter.contains("country") ? 20 : 2);
        compare(
                what + ", behind " + depth + " pages",
                path + "&cursor=" + cursor(partner, depth, filter),
                path + "&cursor=" + cursor(null, depth, filter),
                tree);
    }

    private void one(String what, String tree) throws Exception {
        String id = bench.database
                .texts(
                        Database.KONTOR,
                        "SELECT id FROM customer_listing WHERE account_id = '" + partner + "' ORDER BY code LIMIT 1")
                .get(0);
        compare(what, "/customers/" + id, tree);
    }

    private void compare(String what, String path, String tree) throws Exception {
        compare(what, path, path, tree);
    }

    private void compare(String what, String ofPartner, String ofOperator, String tree) throws Exception {
        Side here = Side.NOTHING;
        Side there = Side.NOTHING;
        side(partner, ofPartner);
        side(null, ofOperator);
        for (int round = 0; round < ROUNDS; round++) {
            here = here.and(side(partner, ofPartner));
            there = there.and(side(null, ofOperator));
        }
        bench.report.waits(what + tree, here, there, AIM);
        Side small = before.putIfAbsent(what, here);
        if (small != null) {
            bench.report.figure(
                    what + ", large tree : small",
                    Report.text(
                            "%.2f",
                            here.measured().millis(0.5) / small.measured().millis(0.5)),
                    AIM);
        }
    }

    private Side side(UUID account, String path) throws Exception {
        return bench.kontor(1, () -> {
            RestClient rest = client(account);
            return new Client() {
                @Override
                public boolean run() throws IOException {
                    return rest.get(path).length > 0;
                }

                @Override
                public void close() throws IOException {
                    rest.close();
                }
            };
        });
    }

    /** Each for the account where they are at home. */
    private RestClient client(UUID account) {
        return account == null ? bench.client() : bench.client(LOGIN, PASSWORD);
    }

    private String cursor(UUID account, int pages, String filter) throws IOException {
        try (RestClient rest = client(account)) {
            String cursor = null;
            for (int row = 0; row < pages * PAGE; row += WALK_PAGE) {
                JsonNode page = rest.json("/customers?limit=" + WALK_PAGE + filter
                        + (cursor == null ? "" : "&cursor=" + RestClient.encoded(cursor)));
                cursor = page.path("next").asText();
            }
            return RestClient.encoded(cursor);
        }
    }
}
