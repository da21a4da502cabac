/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Records read in parts, through links, for drop-downs, as exports, and what became of them; on both databases. */
@RunWith(Parameterized.class)
@Shows({"C2", "C5", "C9", "U1", "U2", "V1"})
public class ReadsIT {
    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";
    private static final Pattern NEXT =
            Pattern.compile("<http://127\\.0\\.0\\.1:\\d+/kontor/api/v1(/[^>]*)>; rel=\"next\"");

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;
    private String customer;

    /** Three customers of an unusual word; the first has two locations, the last is archived. */
    @Before
    public void start() throws Exception {
        api = shared.get().api();
        word = Unique.word("read");
        customer = customer(
                "a",
                "{\"name\":\"%s a, \\\"one\\\"\",\"kind\":\"COMPANY\",\"tags\":[\"" + word
                        + "\",\"x y\"],\"address\":{\"lines\":[\"One 1\",\"Two\"],\"city\":\"Bern\",\"country\":\"CH\"}}");
        customer("b", "{\"name\":\"%s b\",\"kind\":\"INDIVIDUAL\",\"tags\":[\"" + word + "\"]}");
        String last = customer("c", "{\"name\":\"%s c\",\"kind\":\"COMPANY\",\"tags\":[\"" + word + "\"]}");
        api.post("/customers/" + last + "/archive", "");
        String site =
                location("{\"name\":\"" + word + " site\",\"customerId\":\"" + customer + "\",\"type\":\"PLANT\"}");
        location("{\"name\":\"" + word + " room\",\"customerId\":\"" + customer + "\",\"parentId\":\"" + site + "\"}");
    }

    private String customer(String code, String json) throws Exception {
        String body = String.format(json, word);
        return api.made("/customers", "{\"code\":\"" + word + "-" + code + "\"," + body.substring(1))
                .path("id")
                .asText();
    }

    private String location(String json) throws Exception {
        return api.made("/locations", json).path("id").asText();
    }

    private List<String> names(String path) throws Exception {
        List<String> names = new ArrayList<>();
        api.all(path)
                .forEach(one ->
                        names.add(one.path("name").asText().replace(word, "").strip()));
        return names;
    }

    @Test
    public void filtersAreJoined() throws Exception {
        String tag = "/customers?tag=" + word;
        assertEquals(List.of("a, \"one\"", "b"), names(tag));
        assertEquals(List.of("a, \"one\"", "b", "c"), names(tag + "&archived=any"));
        assertEquals(List.of("a, \"one\""), names(tag + "&kind=COMPANY"));
        assertEquals(List.of("c"), names(tag + "&kind=COMPANY&archived=true"));
        assertEquals(List.of("b", "a, \"one\""), names(tag + "&sort=country&match=words"));
        assertEquals(List.of("a, \"one\"", "b"), names(tag + "&sort=-country"));
        assertEquals(List.of("room", "site"), names("/customers/" + customer + "/locations"));
        assertEquals(List.of("site"), names("/customers/" + customer + "/locations?type=PLANT"));
        assertEquals(List.of("room"), names("/customers/" + customer + "/locations?sort=-name&q=room"));
        assertEquals(404, api.get("/customers/" + NOBODY + "/locations").status());
    }

    @Test
    public void theFieldsThatAreAskedForAreShown() throws Exception {
        Api.Answer one = api.get("/customers/" + customer + "?fields=code,address.city,changed.by,email");
        assertEquals(
                "{\"id\":\"" + customer + "\",\"version\":1,\"code\":\"" + word
                        + "-a\",\"address\":{\"city\":\"Bern\"},\"changed\":{\"by\":\"admin\"}}",
                one.text());
        assertEquals("\"1\"", one.header("ETag"));
        JsonNode page = api.get("/customers?fields=name&limit=1&tag=" + word).json();
        List<String> fields = new ArrayList<>();
        page.path("items").path(0).fieldNames().forEachRemaining(fields::add);
        assertEquals(List.of("id", "version", "name"), fields);
        Api.Answer wrong = api.get("/locations?fields=name,address.planet");
        assertEquals("400 invalid_input fields unknown_field", wrong.status() + " " + wrong.problem());
    }

    @Test
    public void aPageLinksToTheNext() throws Exception {
        List<String> seen = new ArrayList<>();
        String path = "/customers?limit=1&archived=any&q=" + word + "&fields=code";
        while (path != null) {
            Api.Answer page = api.get(path);
            assertEquals(page.text(), 200, page.status());
            seen.add(page.json().path("items").path(0).path("code").asText());
            String link = page.header("Link");
            assertEquals(page.json().hasNonNull("next"), link != null);
            Matcher next = NEXT.matcher(String.valueOf(link));
            path = next.matches() ? next.group(1) : null;
            assertEquals(String.valueOf(link), link != null, path != null);
        }
        assertEquals(List.of(word + "-a", word + "-b", word + "-c"), seen);
        assertNotNull(api.get("/audit?limit=1").header("Link"));
    }

    @Test
    public void dropDownsFindArchivedOnesByText() throws Exception {
        JsonNode found = api.get("/customers/lookup?text=" + word).json().path("items");
        assertEquals(3, found.size());
        assertEquals(false, found.path(0).path("archived").asBoolean());
        assertEquals(true, found.path(2).path("archived").asBoolean());
        assertEquals(word + "-c", found.path(2).path("code").asText());
        assertEquals(
                2, api.get("/customers/lookup?tag=" + word).json().path("items").size());
        assertEquals(
                1,
                api.get("/customers/lookup?limit=1&text=" + word)
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                2,
                api.get("/locations/lookup?customer=" + customer)
                        .json()
                        .path("items")
                        .size());
    }

    private Api.Answer export(String path, String type) throws Exception {
        HttpRequest.Builder request = api.request(path).header("Accept", type).GET();
        return api.send(request);
    }

    @Test
    public void anExportHasAllOfAList() throws Exception {
        Api.Answer json = export("/customers/export?sort=-name&archived=any&q=" + word, "application/x-ndjson");
        assertEquals(200, json.status());
        assertEquals("application/x-ndjson", json.header("Content-Type"));
        assertEquals("attachment; filename=\"customers.ndjson\"", json.header("Content-Disposition"));
        List<String> lines = json.text().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(api.get("/customers/" + customer).json(), new ObjectMapper().readTree(lines.get(2)));

        Api.Answer csv = export("/customers/export?kind=COMPANY&q=" + word, "text/csv");
        assertTrue(csv.header("Content-Type"), csv.header("Content-Type").startsWith("text/csv"));
        assertTrue(csv.text(), csv.text().startsWith("id,version,code,name,kind,"));
        assertTrue(
                csv.text(),
                csv.text().contains(customer + ",1," + word + "-a,\"" + word + " a, \"\"one\"\"\",COMPANY,"));
        assertTrue(csv.text(), csv.text().contains(",\"One 1\nTwo\",,Bern,,CH,"));
        // between tags and archived stand fields that other journeys have declared
        assertTrue(csv.text(), csv.text().matches("(?s).*," + word + ";x y,+false,2.*"));

        Api.Answer sites = export("/locations/export?fields=name,customerId,parentId&customer=" + customer, "text/csv");
        List<String> rows = new java.io.BufferedReader(new StringReader(sites.text()))
                .lines()
                .toList();
        assertEquals("id,version,customer,parent,name", rows.get(0));
        assertTrue(rows.get(1), rows.get(1).matches(".*,1," + word + "-a,L-\\d+," + word + " room"));
        assertTrue(rows.get(2), rows.get(2).endsWith(",1," + word + "-a,," + word + " site"));

        Api.Answer wrong = export("/customers/export?kind=MARTIAN", "text/csv");
        assertEquals("400 invalid_input kind unknown_choice", wrong.status() + " " + wrong.problem());
        assertEquals(406, export("/customers/export", "application/pdf").status());
        assertEquals(400, export("/customers/export?limit=1", "text/csv").status());
    }

    @Test
    public void aReaderOfTheFeedGoesOnWhereItStopped() throws Exception {
        String after = null;
        JsonNode page;
        do {
            page = api.get("/changes?limit=1000" + (after == null ? "" : "&after=" + after))
                    .json();
            after = page.path("next").asText();
        } while (page.path("items").size() > 0);
        assertEquals(
                "nothing is new",
                0,
                api.get("/changes?after=" + after).json().path("items").size());
        api.patch("/customers/" + customer, 1, "{\"taxId\":\"1\"}");
        JsonNode news = api.get("/changes?after=" + after).json().path("items");
        assertEquals(1, news.size());
        assertEquals(customer, news.path(0).path("recordId").asText());
        assertEquals("UPDATE", news.path(0).path("action").asText());
        assertEquals(2, news.path(0).path("version").asInt());
        assertEquals("400 invalid_cursor", "400 " + api.get("/changes?after=7").problem());
        assertEquals(
                "400 invalid_input limit out_of_range",
                "400 " + api.get("/changes?limit=1001").problem());
    }

    @Test
    public void theAuditIsAskedByPersonAndTime() throws Exception {
        String at = api.get("/customers/" + customer)
                .json()
                .path("created")
                .path("at")
                .asText();
        List<JsonNode> since = api.all("/audit?actor=admin&type=location&from=" + at);
        assertTrue(since.size() + " ", since.size() >= 2);
        assertEquals("location", since.get(0).path("recordType").asText());
        assertEquals(0, api.all("/audit?actor=nobody").size());
        assertEquals(
                0,
                api.all("/audit?record=" + customer + "&until=2020-01-01T00:00:00%2B01:00")
                        .size());
        assertEquals(
                "400 invalid_input from malformed_time",
                "400 " + api.get("/audit?from=yesterday").problem());
        assertEquals(
                "400 invalid_input type unknown_choice",
                "400 " + api.get("/audit?type=person").problem());
        assertNull(api.get("/audit?record=" + customer).header("Link"));
    }
}
