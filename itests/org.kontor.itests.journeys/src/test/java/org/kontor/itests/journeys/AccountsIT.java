/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

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
import static org.junit.Assert.assertTrue;

/** A tree of partners by REST, and calls made for one of them; on both databases. */
@RunWith(Parameterized.class)
@Shows({"A1", "A6", "A16", "P6", "V1"})
public class AccountsIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        word = Unique.word("acct");
    }

    private Api.Answer in(String account, String method, String path, String json) throws Exception {
        return api.send(api.request(path)
                .header("Kontor-Account", account)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("If-Match", "*")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private String made(String in, String type, String name) throws Exception {
        JsonNode customer = in(in, "POST", "/customers", "{\"name\":\"" + name + " " + word + "\"}")
                .json();
        Api.Answer answer = in(
                in,
                "POST",
                "/accounts",
                "{\"type\":\"" + type + "\",\"name\":\"" + name + " " + word + "\",\"customerId\":\""
                        + customer.path("id").asText() + "\"}");
        assertEquals(answer.text(), 201, answer.status());
        return answer.json().path("id").asText();
    }

    private String operator() throws Exception {
        return api.get("/accounts?type=OPERATOR")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private List<String> names(String in, String path) throws Exception {
        return in(in, "GET", path, null).json().path("items").findValuesAsText("name");
    }

    @Test
    public void eachSeesWhatStandsBelow() throws Exception {
        String operator = operator();
        String north = made(operator, "PARTNER", "North");
        String south = made(operator, "PARTNER", "South");
        String acme = made(north, "ENTERPRISE", "Acme");
        String bern = made(acme, "UNIT", "Bern");

        assertEquals(
                List.of("Acme " + word, "Bern " + word, "North " + word),
                names(north, "/accounts?lab=false&q=" + word));
        assertEquals(List.of("South " + word), names(south, "/accounts?lab=false"));
        assertEquals(List.of("Acme " + word, "Bern " + word), names(north, "/customers"));
        assertEquals(List.of("Bern " + word), names(acme, "/customers?sort=-changed"));
        assertEquals(List.of(), names(south, "/customers"));
        assertEquals(404, in(south, "GET", "/accounts/" + acme, null).status());
        assertEquals(
                404,
                in(south, "PATCH", "/accounts/" + acme, "{\"name\":\"Mine\"}").status());
        assertEquals(404, in(south, "GET", "/accounts/" + acme + "/audit", null).status());
        assertEquals(404, in(south, "DELETE", "/accounts/" + acme, null).status());
        assertEquals(200, in(north, "GET", "/accounts/" + bern, null).status());

        JsonNode read = api.get("/accounts/" + acme).json();
        assertEquals(north, read.path("managingAccount").asText());
        assertEquals("admin", read.path("responsible").asText());
        assertEquals("CUSTOMER", read.path("stage").asText());
        Api.Answer moved = api.send(api.request("/accounts/" + acme + "/move")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"managingAccount\":\"" + south + "\"}")));
        assertEquals(moved.text(), 200, moved.status());
        assertEquals("\"2\"", moved.header("ETag"));
        assertEquals(List.of("Bern " + word), names(south, "/customers"));
        assertEquals("its customer stays where it is managed", List.of("Acme " + word), names(north, "/customers"));
        JsonNode told =
                api.get("/accounts/" + acme + "/audit").json().path("items").path(0);
        assertEquals(
                "managingAccount", told.path("changes").path(0).path("field").asText());

        Api.Answer refused = api.send(api.request("/accounts/" + south + "/move")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"managingAccount\":\"" + bern + "\"}")));
        assertEquals(refused.text(), 400, refused.status());
        assertTrue(refused.text(), refused.text().contains("not_held"));
    }

    @Test
    public void whatIsClosedTakesNothingNew() throws Exception {
        String north = made(operator(), "PARTNER", "North");
        Api.Answer closed = in(operator(), "PATCH", "/accounts/" + north, "{\"closed\":true,\"sandbox\":true}");
        assertEquals(closed.text(), 200, closed.status());
        Api.Answer refused = in(north, "POST", "/customers", "{\"name\":\"New\"}");
        assertEquals(refused.text(), 409, refused.status());
        assertEquals("account_closed", refused.json().path("code").asText());
        assertEquals(List.of("North " + word), names(operator(), "/accounts?closed=true&sandbox=true&q=" + word));
        assertEquals(List.of(), names(operator(), "/accounts?closed=false&lab=false&q=" + word));
    }

    @Test
    public void theHeaderIsChecked() throws Exception {
        Api.Answer malformed = in("nobody", "GET", "/customers", null);
        assertEquals(malformed.text(), 400, malformed.status());
        assertTrue(malformed.text(), malformed.text().contains("Kontor-Account"));
        assertEquals(
                404,
                in("00000000-0000-7000-8000-0000000000ff", "GET", "/customers", null)
                        .status());
        String north = made(operator(), "PARTNER", "North");
        for (String path : List.of("/changes", "/runs", "/connections", "/conflicts", "/quarantine")) {
            Api.Answer answer = in(north, "GET", path, null);
            assertEquals(path + " " + answer.text(), 403, answer.status());
        }
        // who manages an account does not enter it
        for (String path : List.of("/people", "/content")) {
            assertEquals(path, 404, in(north, "GET", path, null).status());
        }
        assertEquals(404, in(north, "GET", "/accounts/" + operator(), null).status());
    }
}
