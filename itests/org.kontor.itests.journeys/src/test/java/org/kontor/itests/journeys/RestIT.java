/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
import static org.junit.Assert.assertTrue;

/** Customers and locations over REST, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C1", "C2", "C4", "C5", "C6", "U1", "V1"})
public class RestIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
    }

    @Test
    public void aCustomerIsCreatedReadChangedAndArchived() throws Exception {
        Api.Answer created = api.post("/customers", "{\"name\":\"Journey\",\"address\":{\"country\":\"ch\"}}");
        assertEquals(201, created.status());
        assertEquals("\"1\"", created.header("ETag"));
        String path = "/customers/" + created.json().path("id").asText();
        assertEquals("CH", api.get(path).json().path("address").path("country").asText());

        Api.Answer changed = api.patch(path, 1, "{\"name\":\"Journey on\",\"address\":null}");
        assertEquals(200, changed.status());
        assertEquals(2, changed.json().path("version").asInt());
        assertEquals(412, api.patch(path, 1, "{\"name\":\"Stale\"}").status());
        assertEquals(428, api.patch(path, null, "{\"name\":\"Blind\"}").status());
        assertEquals(
                true, api.post(path + "/archive", "").json().path("archived").asBoolean());

        JsonNode audit = api.get(path + "/audit").json().path("items");
        assertEquals("ARCHIVE", audit.path(0).path("action").asText());
        assertEquals("admin", audit.path(1).path("actor").asText());
        assertEquals("REST", audit.path(1).path("source").asText());
    }

    @Test
    public void aCustomerKeepsAllItsFields() throws Exception {
        String code = Unique.word("all-");
        String body = "{\"code\":\"" + code + "\",\"name\":\"Müller & Söhne <AG>\",\"kind\":\"COMPANY\","
                + "\"relation\":\"DISTRIBUTOR\",\"taxId\":\"CHE-123.456.789\",\"email\":\"office@example.com\","
                + "\"phone\":\"+41 44 123 45 67\",\"webAddress\":\"https://www.example.com\",\"language\":\"de-CH\","
                + "\"currency\":\"CHF\",\"address\":{\"lines\":[\"Bahnhofstrasse 1\",\"Hinterhaus\"],"
                + "\"postalCode\":\"8001\",\"city\":\"Zürich\",\"region\":\"CH-ZH\",\"country\":\"CH\"},"
                + "\"billingContact\":{\"name\":\"Anna Meier\",\"email\":\"bills@example.com\","
                + "\"phone\":\"+41 44 123 45 68\"},\"billingAddress\":{\"lines\":[\"Postfach 7\"],"
                + "\"postalCode\":\"69002\",\"city\":\"Lyon\",\"region\":\"FR-ARA\",\"country\":\"FR\"},"
                + "\"tags\":[\"export\",\"gold\"]}";
        JsonNode made = api.made("/customers", body);
        keeps(new ObjectMapper().readTree(body), made);
        JsonNode read = api.get("/customers/" + made.path("id").asText()).json();
        assertEquals(made, read);
        assertEquals(false, read.path("archived").asBoolean());
        assertEquals("admin", read.path("created").path("by").asText());
        assertEquals("REST", read.path("changed").path("through").asText());
        assertEquals(0, read.path("crossReferences").size());
    }

    @Test
    public void aLocationKeepsAllItsFields() throws Exception {
        String customer =
                api.made("/customers", "{\"name\":\"Sites\"}").path("id").asText();
        String parent = api.made("/locations", "{\"name\":\"Site\",\"customerId\":\"" + customer + "\"}")
                .path("id")
                .asText();
        String body = "{\"code\":\"" + Unique.word("loc-") + "\",\"customerId\":\"" + customer + "\",\"parentId\":\""
                + parent + "\",\"name\":\"Halle 3\",\"type\":\"SPACE\",\"status\":\"ACTIVE\","
                + "\"address\":{\"lines\":[\"Industrieweg 3\"],\"postalCode\":\"8050\",\"city\":\"Zürich\","
                + "\"region\":\"CH-ZH\",\"country\":\"CH\"},\"timeZone\":\"Europe/Zurich\","
                + "\"latitude\":47.4111,\"longitude\":-8.5441}";
        JsonNode made = api.made("/locations", body);
        keeps(new ObjectMapper().readTree(body), made);
        String path = "/locations/" + made.path("id").asText();
        assertEquals(made, api.get(path).json());
        assertEquals(2, api.all("/locations?customer=" + customer).size());

        JsonNode freed =
                api.patch(path, 1, "{\"parentId\":null,\"latitude\":0}").json();
        assertTrue(freed.toString(), freed.path("parentId").isMissingNode());
        assertEquals(0, freed.path("latitude").asInt(-1));
        assertEquals(200, api.post(path + "/archive", "").status());
        assertEquals(1, api.all("/locations?customer=" + customer).size());
        assertEquals(1, api.all("/locations?archived=true&customer=" + customer).size());
        assertEquals(200, api.post(path + "/unarchive", "").status());
        assertEquals(2, api.all("/locations?customer=" + customer).size());
        assertEquals(4, api.all(path + "/audit").size());
    }

    private static void keeps(JsonNode expected, JsonNode seen) {
        expected.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber()) {
                assertEquals(
                        field.getKey(),
                        field.getValue().asDouble(),
                        seen.path(field.getKey()).asDouble(),
                        0);
            } else {
                assertEquals(field.getKey(), field.getValue(), seen.path(field.getKey()));
            }
        });
    }

    @Test
    public void aPatchTouchesWhatItNames() throws Exception {
        JsonNode made = api.made(
                "/customers",
                "{\"name\":\"Patch\",\"email\":\"a@b.example\",\"address\":{\"city\":\"Bern\",\"country\":\"CH\"},"
                        + "\"tags\":[\"a\",\"b\"]}");
        String path = "/customers/" + made.path("id").asText();
        JsonNode one = api.patch(path, 1, "{\"address\":{\"city\":\"Basel\"},\"tags\":[\"c\"],\"email\":null}")
                .json();
        assertEquals(
                "{\"city\":\"Basel\",\"country\":\"CH\"}", one.path("address").toString());
        assertEquals("[\"c\"]", one.path("tags").toString());
        assertTrue(one.path("email").isMissingNode());

        Api.Answer same = api.patch(path, 2, "{\"address\":{\"city\":\"Basel\"}}");
        assertEquals(200, same.status());
        assertEquals("nothing changed, nothing written", "\"2\"", same.header("ETag"));
        assertEquals("\"2\"", api.get(path).header("ETag"));

        JsonNode entry = api.get(path + "/audit").json().path("items").path(0);
        assertEquals("UPDATE", entry.path("action").asText());
        Map<String, String> changes = new TreeMap<>();
        entry.path("changes")
                .forEach(change -> changes.put(
                        change.path("field").asText(),
                        change.path("before").asText() + "→"
                                + change.path("after").asText()));
        assertEquals(Set.of("address.city", "email", "tags"), changes.keySet());
        assertEquals("Bern→Basel", changes.get("address.city"));
    }

    @Test
    public void archivingTakesARecordOutOfLists() throws Exception {
        String word = Unique.word("archive");
        String path = "/customers/"
                + api.made("/customers", "{\"name\":\"" + word + "\"}")
                        .path("id")
                        .asText();
        Api.Answer archived = api.post(path + "/archive", "");
        assertEquals("\"2\"", archived.header("ETag"));
        assertEquals(
                "again changes nothing",
                "\"2\"",
                api.post(path + "/archive", "").header("ETag"));
        assertEquals(0, api.all("/customers?q=" + word).size());
        assertEquals(1, api.all("/customers?archived=true&q=" + word).size());
        assertEquals(1, api.all("/customers?archived=any&q=" + word).size());
        assertEquals(
                "still editable", 200, api.patch(path, 2, "{\"tags\":[\"x\"]}").status());
        assertEquals(200, api.post(path + "/unarchive", "").status());
        assertEquals(1, api.all("/customers?q=" + word).size());
        List<String> actions = new ArrayList<>();
        api.all(path + "/audit")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        assertEquals(List.of("UNARCHIVE", "UPDATE", "ARCHIVE", "CREATE"), actions);
    }
}
