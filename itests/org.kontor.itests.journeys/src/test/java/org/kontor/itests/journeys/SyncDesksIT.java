/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** People decide conflicts and look after the quarantine, by REST and at the console. */
public class SyncDesksIT extends ShellSession {
    private static final String ROUTE =
            """
            - route:
                from:
                  uri: kontor:hook/%1$s
                  steps:
                    - unmarshal:
                        json: {}
                    - to: kontor:run/begin
                    - to: kontor:upsert/customer?match=taxId&merge=ask
                    - to: kontor:run/complete
            """;

    private Api api;
    private RouteFiles routes;

    @Before
    public void listen() throws Exception {
        api = kontor.api();
        routes = new RouteFiles(kontor);
        routes.write(word + ".yaml", ROUTE.formatted(word));
        routes.await(word, "IDLE");
    }

    @After
    public void remove() throws Exception {
        routes.remove(word + ".yaml");
        Await.until("the route is gone", RouteFiles.DEADLINE, () -> routes.status(word) == null);
    }

    private void tell(String body) throws Exception {
        Api.Answer answer = api.send(api.request("/hooks/" + word)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertEquals(answer.text(), 202, answer.status());
    }

    private void tellCity(String city) throws Exception {
        tell("{\"externalId\":\"1\",\"name\":\"Desk " + word + "\",\"address\":{\"city\":\"" + city + "\"}}");
    }

    private JsonNode customer() throws Exception {
        List<JsonNode> found = api.all("/customers?q=" + word);
        assertEquals(found.toString(), 1, found.size());
        return api.get("/customers/" + found.get(0).path("id").asText()).json();
    }

    private String city() throws Exception {
        return customer().path("address").path("city").asText();
    }

    /** The conflict of two edits. */
    private JsonNode conflict() throws Exception {
        tellCity("Bern");
        JsonNode made = customer();
        assertEquals(
                200,
                api.patch(
                                "/customers/" + made.path("id").asText(),
                                made.path("version").asLong(),
                                "{\"address\":{\"city\":\"Basel\"}}")
                        .status());
        tellCity("Biel");
        List<JsonNode> open = api.all("/conflicts?connection=" + word);
        assertEquals(open.toString(), 1, open.size());
        return open.get(0);
    }

    @Test
    @Shows({"S6", "V3"})
    public void aConflictIsSeenAndDecidedAtTheConsole() throws Exception {
        JsonNode conflict = conflict();
        assertEquals("address.city", conflict.path("field").asText());
        assertEquals("Bern", conflict.path("agreed").asText());
        assertEquals("Basel", conflict.path("ours").asText());
        assertEquals("Biel", conflict.path("theirs").asText());
        assertEquals("Basel", city());
        String id = conflict.path("id").asText();
        assertEquals(conflict, api.get("/conflicts/" + id).json());
        JsonNode run = api.all("/runs?connection=" + word).get(0);
        assertEquals(1, run.path("conflicts").asInt());

        has(
                well("kontor:customer-show " + customer().path("code").asText()).text(),
                "conflict in address.city",
                "'Basel' here, 'Biel' in " + word);
        has(well("kontor:conflict-list --connection " + word).text(), id, "Bern", "Basel", "Biel");
        has(well("kontor:conflict-decide --stays theirs " + id).text(), "1 conflict decided");
        assertEquals("Biel", city());
        assertEquals("admin", customer().path("changed").path("by").asText());
        has(well("kontor:conflict-list --connection " + word).text(), "No conflict waits");
        has(refused("kontor:conflict-decide --stays theirs " + id), "may be decided already");
        has(refused("kontor:conflict-decide --stays theirs"), "or --all");
        has(refused("kontor:conflict-decide --stays mine " + id), "ours, theirs");
    }

    @Test
    @Shows({"S6", "V1"})
    public void aConflictIsDecidedByRest() throws Exception {
        conflict();
        Api.Answer vague = api.post("/conflicts/decisions", "{\"stays\":\"ours\"}");
        assertEquals(400, vague.status());
        assertEquals(
                "ids", vague.json().path("violations").path(0).path("field").asText());
        Api.Answer unknown =
                api.post("/conflicts/decisions", "{\"stays\":\"ours\",\"ids\":[\"" + UUID.randomUUID() + "\"]}");
        assertEquals(404, unknown.status());
        Api.Answer decided = api.post("/conflicts/decisions", "{\"stays\":\"ours\",\"connection\":\"" + word + "\"}");
        assertEquals(decided.text(), 1, decided.json().path("count").asInt());
        assertEquals("Basel", city());
        tellCity("Biel");
        assertEquals("the same again is not asked again", List.of(), api.all("/conflicts?connection=" + word));
        assertEquals("Basel", city());
    }

    @Test
    @Shows({"S10", "V1", "V3"})
    public void whatCannotBeTakenInIsEditedAndReplayed() throws Exception {
        tell("{\"externalId\":\"1\",\"name\":\"Desk " + word + "\",\"email\":\"info at acme\"}");
        JsonNode ward = api.all("/quarantine?connection=" + word).get(0);
        assertEquals("invalid_input", ward.path("error").asText());
        assertEquals("email", ward.path("violations").path(0).path("field").asText());
        assertEquals("info at acme", ward.path("values").path("email").asText());
        String id = ward.path("id").asText();
        has(well("kontor:quarantine-list --connection " + word).text(), id, "info at acme");
        has(well("kontor:quarantine-show " + id).text(), "attempts", "Desk " + word, "kontor:quarantine-replay " + id);
        has(well("kontor:quarantine-replay " + id + " email=still.not").text(), "Refused again");
        has(well("kontor:quarantine-replay " + id + " email=info@acme.example").text(), "Taken in as customer");
        assertEquals("info@acme.example", customer().path("email").asText());
        assertEquals(404, api.get("/quarantine/" + id).status());
        has(well("kontor:quarantine-list --connection " + word).text(), "The quarantine is empty");

        tell("{\"externalId\":\"1\",\"name\":\"\"}");
        JsonNode again = api.all("/quarantine?connection=" + word).get(0);
        assertEquals(
                "it says which record waits for it",
                customer().path("id").asText(),
                again.path("recordId").asText());
        has(
                well("kontor:customer-show " + customer().path("code").asText()).text(),
                "refused of " + word + " 1",
                "name: Must be given.");
        tell("{\"externalId\":\"1\",\"name\":\"Desk " + word + "\"}");
        assertEquals("solved by a later good version", List.of(), api.all("/quarantine?connection=" + word));
    }

    @Test
    @Shows({"S5", "V1"})
    public void aPersonSaysWhichRecordIsMeant() throws Exception {
        String first = api.made("/customers", "{\"name\":\"A\",\"taxId\":\"" + word + " 123\"}")
                .path("id")
                .asText();
        api.made("/customers", "{\"name\":\"B\",\"taxId\":\"" + word + "-123\"}");
        tell("{\"externalId\":\"1\",\"name\":\"There " + word + "\",\"taxId\":\"" + word + "123\"}");
        JsonNode ward = api.all("/quarantine?connection=" + word + "&error=ambiguous_match")
                .get(0);
        assertEquals(2, ward.path("violations").size());
        String replay = "/quarantine/" + ward.path("id").asText() + "/replay";
        assertEquals(
                400,
                api.post(replay, "{\"isNew\":true,\"recordId\":\"" + first + "\"}")
                        .status());
        assertEquals(400, api.post(replay, "{\"values\":{\"fax\":\"1\"}}").status());
        assertEquals("REFUSED", api.post(replay, "{}").json().path("outcome").asText());
        Api.Answer linked = api.post(replay, "{\"recordId\":\"" + first + "\"}");
        assertEquals(linked.text(), first, linked.json().path("recordId").asText());
        JsonNode customer = api.get("/customers/" + first).json();
        assertEquals(
                word,
                customer.path("crossReferences").path(0).path("connection").asText());
        assertTrue(api.all("/quarantine?connection=" + word).isEmpty());
    }

    @Test
    @Shows({"S16", "V1", "V3"})
    public void aRecordIsExplained() throws Exception {
        JsonNode conflict = conflict();
        tell("{\"externalId\":\"1\",\"name\":\"Desk " + word + "\",\"email\":\"info at acme\"}");
        JsonNode customer = customer();
        String id = customer.path("id").asText();
        String run = api.all("/runs?connection=" + word).get(2).path("id").asText();

        Api.Answer answer = api.get("/customers/" + id + "/explanation");
        assertEquals(answer.text(), 200, answer.status());
        JsonNode city = field(answer.json(), "address.city");
        assertEquals("Basel", city.path("value").asText());
        assertEquals("REST", city.path("origin").path("through").asText());
        assertEquals("Bern", city.path("origin").path("before").asText());
        assertEquals("ask", city.path("told").path(0).path("rule").asText().toLowerCase(java.util.Locale.ROOT));
        assertEquals(conflict.path("id"), city.path("told").path(0).path("conflict"));
        assertEquals(
                run, field(answer.json(), "name").path("origin").path("run").asText());
        assertEquals(1, answer.json().path("quarantined").size());

        String told = well("kontor:explain " + customer.path("code").asText()).text();
        has(told, "address.city", "REST", "admin", "in conflict", "kontor:conflict-decide --stays ours");
        has(told, run, "kontor:quarantine-show", "info at acme");
        has(well("kontor:explain " + word + ":1").text(), id, "matched by taxId");
        has(well("kontor:explain --json " + word + ":1").text(), "\"origin\"");
        has(refused("kontor:explain " + word + ":2"), "customer or location", "kontor:quarantine-list");
        assertEquals(404, api.get("/locations/" + id + "/explanation").status());
        assertEquals(
                404, api.get("/customers/" + UUID.randomUUID() + "/explanation").status());
    }

    /** With a system that refuses: TrytonBothWaysIT. */
    @Test
    @Shows({"S10", "V1", "V3"})
    public void whatIsSentOnceMoreIsNamed() throws Exception {
        assertEquals(List.of(), api.all("/unsent?connection=" + word));
        has(well("kontor:unsent-list --connection " + word).text(), "Nothing was refused");
        String unknown = UUID.randomUUID().toString();
        assertEquals(
                404,
                api.post("/unsent/retry", "{\"ids\":[\"" + unknown + "\"]}").status());
        Api.Answer vague = api.post("/unsent/retry", "{}");
        assertEquals(400, vague.status());
        assertEquals(
                "ids", vague.json().path("violations").path(0).path("field").asText());
        Api.Answer none = api.post("/unsent/retry", "{\"connection\":\"" + word + "\"}");
        assertEquals(none.text(), 0, none.json().path("count").asInt());
        has(refused("kontor:unsent-retry"), "or --all");
        has(refused("kontor:unsent-retry " + unknown), "may be sent already");
        has(refused("kontor:unsent-retry x"), "kontor:unsent-list");
        has(well("kontor:unsent-retry --all --connection " + word).text(), "0 records");
    }

    private static JsonNode field(JsonNode explanation, String name) {
        for (JsonNode field : explanation.path("fields")) {
            if (field.path("field").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError(name + " in " + explanation);
    }
}
