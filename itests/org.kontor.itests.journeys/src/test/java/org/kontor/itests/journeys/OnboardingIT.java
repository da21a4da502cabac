/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** A partner, its people, a lead, and the customer that it becomes, by REST and at the shell; on both databases. */
@RunWith(Parameterized.class)
@Shows({"A2", "A4", "A5", "A14", "A16", "P1", "P6", "P7", "P9"})
public class OnboardingIT {
    private static final String PASSWORD = "correct horse battery";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private String word;
    private Api admin;
    private String north;
    /** Administrator of the partner. */
    private Api paula;
    /** Of the partner, too, and no administrator. */
    private Api carl;

    @Before
    public void partner() throws Exception {
        kontor = shared.get();
        word = Unique.word("board");
        admin = kontor.api();
        north = opened(admin, "PARTNER", "North", "CUSTOMER", "{\"who\":\"ME\"}");
        paula = person("paula", "PARTNER_ADMIN");
        carl = person("carl", "CUSTOMER_SUCCESS");
    }

    private Api person(String name, String role) throws Exception {
        String login = name + word;
        Api.Answer made = in(
                admin,
                north,
                "POST",
                "/people",
                "{\"login\":\"" + login + "\",\"name\":\"" + name + "\",\"roles\":[\"" + role + "\"],\"password\":\""
                        + PASSWORD + "\"}");
        assertEquals(made.text(), 201, made.status());
        return new Api(kontor.port, login, PASSWORD);
    }

    private static Api.Answer in(Api api, String account, String method, String path, String json) throws Exception {
        HttpRequest.Builder request = api.request(path)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("If-Match", "*")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (account != null) {
            request.header("Kontor-Account", account);
        }
        return api.send(request);
    }

    private String wanted(String type, String name, String stage, String administrators) {
        return "{\"customer\":{\"name\":\"" + name + " " + word + "\"},\"account\":{\"type\":\"" + type
                + "\",\"name\":\"" + name + " " + word + "\",\"stage\":\"" + stage + "\"},\"administrators\":"
                + administrators + "}";
    }

    private String opened(Api api, String type, String name, String stage, String administrators) throws Exception {
        Api.Answer answer = in(api, null, "POST", "/openings", wanted(type, name, stage, administrators));
        assertEquals(answer.text(), 201, answer.status());
        assertTrue(answer.json().path("stored").asBoolean());
        return answer.json().at("/account/id").asText();
    }

    private int customers(Api api) throws Exception {
        return api.get("/customers?limit=200&q=" + word).json().path("items").size();
    }

    @Test
    public void aReviewStoresNothingAndTheSameRequestIsDoneOnce() throws Exception {
        String wanted = wanted(
                "CUSTOMER",
                "Miller",
                "CUSTOMER",
                "{\"who\":\"BOTH\",\"name\":\"Mia\",\"email\":\"mia." + word + "@example.com\",\"language\":\"fr\"}");
        int before = customers(paula);
        Api.Answer review = in(paula, null, "POST", "/openings?dryRun=true", wanted);
        assertEquals(review.text(), 200, review.status());
        assertFalse(review.json().path("stored").asBoolean());
        assertEquals(2, review.json().path("members").size());
        assertEquals("invitation", review.json().at("/mails/0/kind").asText());
        assertEquals(before, customers(paula));

        String key = Unique.word("key");
        Api.Answer first = paula.send(paula.request("/openings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(wanted)));
        Api.Answer again = paula.send(paula.request("/openings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(wanted)));
        assertEquals(first.text(), 201, first.status());
        assertEquals(first.json(), again.json());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(before + 1, customers(paula));
    }

    @Test
    public void whoManagesDoesNotEnter() throws Exception {
        String theirs = opened(
                paula,
                "CUSTOMER",
                "Theirs",
                "CUSTOMER",
                "{\"who\":\"CUSTOMER\",\"name\":\"Mia\",\"email\":\"mia." + word + "@example.com\"}");
        String path = "/accounts/" + theirs;
        assertEquals(
                200, in(paula, null, "PATCH", path, "{\"tags\":[\"managed\"]}").status());
        Api.Answer plan = in(paula, null, "PUT", path + "/plan-choice", "{\"kind\":\"TRIAL\"}");
        assertEquals(plan.text(), 200, plan.status());
        assertEquals(5, plan.json().path("quantity").asInt());
        // the first invitation is looked after from above, until somebody has come in
        assertEquals(200, in(paula, theirs, "GET", "/people/invitations", null).status());
        for (String inside : List.of("/content", "/people")) {
            assertEquals(inside, 404, in(paula, theirs, "GET", inside, null).status());
        }
        assertEquals(
                404,
                in(paula, theirs, "POST", "/content", "{\"kind\":\"PROGRAM\",\"name\":\"p\",\"body\":{}}")
                        .status());
        // for another partner none of it exists
        String south = opened(admin, "PARTNER", "South", "CUSTOMER", "{\"who\":\"ME\"}");
        for (String asked : List.of(path, path + "/plan-choice", path + "/audit")) {
            assertEquals(asked, 404, in(admin, south, "GET", asked, null).status());
        }
        assertEquals(404, in(paula, south, "GET", "/accounts", null).status());
        assertEquals(
                404,
                in(paula, null, "PATCH", "/accounts/" + south, "{\"name\":\"Mine\"}")
                        .status());
    }

    @Test
    public void aLeadBecomesACustomer() throws Exception {
        String lead = opened(paula, "CUSTOMER", "Lead", "LEAD", "{\"who\":\"ME\"}");
        for (String kind : List.of("PROGRAM", "PATTERN")) {
            Api.Answer made = in(
                    paula,
                    lead,
                    "POST",
                    "/content",
                    "{\"kind\":\"" + kind + "\",\"name\":\"" + kind + "\",\"body\":{\"a\":1}}");
            assertEquals(made.text(), 201, made.status());
        }
        String path = "/accounts/" + lead + "/conversion";
        String wanted = "{\"colleagues\":[\"" + carl.user() + "\"],\"contentKinds\":[\"PROGRAM\"]}";
        assertEquals(
                "who does not enter copies nothing",
                404,
                in(carl, null, "POST", path, wanted).status());
        Api.Answer review = in(paula, null, "POST", path + "?dryRun=true", wanted);
        assertEquals(review.text(), 200, review.status());
        assertEquals(1, review.json().path("copied").asInt());
        Api.Answer converted = in(paula, null, "POST", path, wanted);
        assertEquals(converted.text(), 201, converted.status());
        String account = converted.json().at("/account/id").asText();
        assertEquals("CONVERTED", converted.json().at("/lead/stage").asText());
        JsonNode copies = in(carl, account, "GET", "/content", null).json().path("items");
        assertEquals(List.of("PROGRAM"), copies.findValuesAsText("name"));
        assertEquals(404, in(paula, account, "GET", "/content", null).status());
        Api.Answer second = in(paula, null, "POST", path, "{\"colleagues\":[\"" + carl.user() + "\"]}");
        assertEquals(second.text(), 409, second.status());
        assertEquals("already_converted", second.json().path("code").asText());
        assertEquals(
                List.of("Lead " + word),
                paula.get("/accounts?stage=CONVERTED").json().path("items").findValuesAsText("name"));
    }

    @Test
    public void aSuspensionShutsItsPeopleOut() throws Exception {
        assertEquals(north, paula.get("/me").json().path("account").asText());
        assertEquals(
                List.of("North " + word, "North " + word + " Lab"),
                paula.get("/me/accounts").json().path("items").findValuesAsText("name"));
        assertEquals(
                403,
                in(paula, null, "PATCH", "/accounts/" + north, "{\"closed\":true}")
                        .status());
        assertEquals(
                200,
                in(admin, null, "PATCH", "/accounts/" + north, "{\"suspended\":true}")
                        .status());
        Api.Answer refused = paula.get("/me");
        assertEquals(refused.text(), 403, refused.status());
        assertEquals("account_suspended", refused.json().path("code").asText());
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            assertThrows(Exception.class, () -> ssh.run(paula.user(), PASSWORD, "kontor:my-accounts"));
        }
        assertEquals(
                200,
                in(admin, null, "PATCH", "/accounts/" + north, "{\"suspended\":false}")
                        .status());
        assertEquals(200, paula.get("/me").status());
    }

    @Test
    public void atTheShell() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String open = "kontor:account-open --account " + north + " --administrator me --plan trial --json";
            String pairs = " type=CUSTOMER name=\"Shell " + word + "\" customer.name=\"Shell " + word + "\"";
            Ssh.Said review = ssh.run(open + " --dry-run" + pairs);
            assertEquals(review.text(), 0, review.status());
            assertFalse(review.json().path("stored").asBoolean());
            Ssh.Said opened = ssh.run(open + pairs);
            assertEquals(opened.text(), 0, opened.status());
            assertEquals(5, opened.json().at("/plan/quantity").asInt());
            String code = opened.json().at("/account/code").asText();
            Ssh.Said plan = ssh.run("kontor:account-plan --account " + north + " " + code + " purchased");
            assertTrue(plan.text(), plan.text().contains("pay per use"));
            Ssh.Said people = ssh.run("kontor:person-list --account " + north);
            assertTrue(people.text(), people.text().contains(paula.user()));
            assertTrue(ssh.run("kontor:my-accounts --json").text().contains("North " + word));
            Ssh.Said removed = ssh.run("kontor:person-remove --account " + north + " " + carl.user());
            assertTrue(removed.text(), removed.text().contains("last_membership"));

            String lead = opened(admin, "CUSTOMER", "Lead", "LEAD", "{\"who\":\"ME\"}");
            Ssh.Said converted = ssh.run("kontor:account-convert --colleague admin " + lead);
            assertEquals(converted.text(), 0, converted.status());
            assertTrue(converted.text(), converted.text().contains("is open"));
            Ssh.Said second = ssh.run("kontor:account-convert --colleague admin " + lead);
            assertTrue(second.text(), second.text().contains("already_converted"));
        }
    }
}
