/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.After;
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

/**
 * What stands in another subtree does not exist: every operation of REST that names a record answers a partner's administrator about
 * what another partner has as it does about what nobody has. On both databases.
 */
@RunWith(Parameterized.class)
@Shows({"A1", "P6"})
public class GuessedIdsIT {
    private static final String NOWHERE = "01890000-0000-7000-8000-000000000000";
    private static final String PASSWORD = "correct horse battery";

    /** What is asked with; {@code {}} for all others. */
    private static final Map<String, String> BODIES = Map.of(
            "patch /customers/{id}", "{\"name\":\"Mine\"}",
            "put /customers/{id}", "{\"name\":\"Mine\",\"code\":\"MINE\"}",
            "patch /accounts/{id}", "{\"name\":\"Mine\"}",
            "put /accounts/{id}/plan-choice", "{\"kind\":\"TRIAL\"}",
            "put /accounts/{id}/portal", "{\"url\":\"https://portal.example.com\"}",
            "patch /content/{id}", "{\"name\":\"Mine\"}",
            "patch /people/{id}", "{\"roles\":[\"READ_ONLY\"]}",
            "post /people/{id}/password", "{\"password\":\"another long password\"}",
            "patch /people/groups/{id}", "{\"name\":\"Mine\"}");

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private String word;
    /** What North has, by the beginning of the paths that name it; the longest counts. */
    private final Map<String, String> theirs = new LinkedHashMap<>();

    private Api nora;
    private Api south;

    /** Files that other tests export would have its column. */
    @After
    public void takeTheFieldBack() throws Exception {
        String field = theirs.get("/custom-fields/");
        if (field != null) {
            nora.send(nora.request("/custom-fields/" + field)
                    .header("If-Match", "*")
                    .DELETE());
        }
    }

    @Before
    public void twoPartners() throws Exception {
        kontor = shared.get();
        word = Unique.word("guess");
        String north = partner("North");
        String west = partner("West");
        String person = person(north, "nora");
        nora = new Api(kontor.port, "nora" + word, PASSWORD);
        String customer = made(nora, null, "/customers", "{\"name\":\"C " + word + "\"}");
        String account = made(
                nora,
                null,
                "/accounts",
                "{\"type\":\"CUSTOMER\",\"name\":\"Miller " + word + "\",\"customerId\":\"" + customer + "\"}");
        theirs.put("/customers/", customer);
        theirs.put("/accounts/", account);
        theirs.put(
                "/locations/", made(nora, null, "/locations", "{\"name\":\"L\",\"customerId\":\"" + customer + "\"}"));
        theirs.put("/content/", made(nora, null, "/content", "{\"kind\":\"PROGRAM\",\"name\":\"p\",\"body\":{}}"));
        theirs.put(
                "/custom-fields/",
                made(
                        nora,
                        null,
                        "/custom-fields",
                        "{\"record\":\"customer\",\"key\":\"" + word + "\",\"label\":\"F\",\"type\":\"TEXT\"}"));
        theirs.put("/people/", person);
        theirs.put("/people/groups/", made(nora, null, "/people/groups", "{\"name\":\"G\",\"role\":\"SUPPORT\"}"));
        theirs.put(
                "/people/invitations/",
                made(
                        nora,
                        null,
                        "/people/invitations",
                        "{\"email\":\"i." + word
                                + "@example.com\",\"name\":\"I\",\"roles\":[\"SUPPORT\"],\"later\":true}"));
        theirs.put("/email-domains/", made(nora, null, "/email-domains", "{\"name\":\"" + word + ".example.com\"}"));
        theirs.put(
                "/me/tokens/",
                made(
                        nora,
                        null,
                        "/me/tokens",
                        "{\"name\":\"t\",\"scope\":\"READ\",\"expires\":\""
                                + Instant.now().plus(1, ChronoUnit.DAYS) + "\"}"));
        theirs.put("/invite-permissions/", made(nora, null, "/invite-permissions", "{\"inviter\":\"" + west + "\"}"));
        theirs.put(
                "/msp-links/",
                made(nora, null, "/msp-links", "{\"account\":\"" + account + "\",\"provider\":\"" + west + "\"}"));
        theirs.put(
                "/support-sessions/",
                made(nora, null, "/support-sessions", "{\"account\":\"" + account + "\",\"reason\":\"It leaks.\"}"));
        person(partner("South"), "sara");
        south = new Api(kontor.port, "sara" + word, PASSWORD);
    }

    private String partner(String name) throws Exception {
        Api.Answer opened = kontor.api()
                .post(
                        "/openings",
                        "{\"customer\":{\"name\":\"" + name + " " + word
                                + "\"},\"account\":{\"type\":\"PARTNER\",\"name\":\"" + name + " " + word
                                + "\"},\"administrators\":{\"who\":\"ME\"}}");
        assertEquals(opened.text(), 201, opened.status());
        return opened.json().at("/account/id").asText();
    }

    private String person(String account, String name) throws Exception {
        return made(
                kontor.api(),
                account,
                "/people",
                "{\"login\":\"" + name + word + "\",\"name\":\"" + name
                        + "\",\"roles\":[\"PARTNER_ADMIN\"],\"password\":\"" + PASSWORD + "\"}");
    }

    private static String made(Api api, String account, String path, String json) throws Exception {
        HttpRequest.Builder request =
                api.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        if (account != null) {
            request.header("Kontor-Account", account);
        }
        Api.Answer answer = api.send(request);
        assertEquals(path + " " + answer.text(), 2, answer.status() / 100);
        JsonNode told = answer.json();
        return told.path("token").isObject()
                ? told.at("/token/id").asText()
                : told.path("id").asText();
    }

    @Test
    public void whatAnotherPartnerHasDoesNotExist() throws Exception {
        JsonNode paths = kontor.api()
                .anonymous("GET", "/kontor/api/v1/openapi.json")
                .json()
                .path("paths");
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String operation : RolesPage.rest().keySet()) {
            String path = operation.substring(operation.indexOf('/'));
            String their = theirs.entrySet().stream()
                    .filter(one -> path.startsWith(one.getKey() + "{id}"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (their == null) {
                continue;
            }
            asked++;
            String method = operation.substring(0, operation.indexOf(' '));
            JsonNode content = paths.path(path).path(method).path("requestBody").path("content");
            String type = content.fieldNames().hasNext() ? content.fieldNames().next() : null;
            String guessed = call(operation, method, path, their, type);
            String nobodys = call(operation, method, path, NOWHERE, type);
            if (!guessed.equals(nobodys) || guessed.startsWith("2")) {
                wrong.add(operation + ": " + guessed + " instead of " + nobodys);
            }
        }
        assertEquals(String.join("\n", wrong), 0, wrong.size());
        assertTrue("asked " + asked, asked >= 60);
        for (String list : List.of(
                "/customers",
                "/locations",
                "/accounts",
                "/content",
                "/custom-fields",
                "/people",
                "/people/groups",
                "/people/invitations",
                "/email-domains",
                "/msp-links",
                "/invite-permissions",
                "/support-sessions",
                "/audit")) {
            String found = south.get(list).text();
            theirs.values().forEach(id -> assertTrue(list + " " + found, !found.contains(id)));
        }
    }

    /** Status and body, without what is of this call alone. */
    private String call(String operation, String method, String path, String id, String type) throws Exception {
        HttpRequest.Builder request = south.request(
                        path.replace("{id}", id).replace("{person}", theirs.get("/people/")))
                .header("If-Match", "\"1\"");
        if (type != null) {
            request.header("Content-Type", type.equals("*/*") ? "application/json" : type);
        }
        Api.Answer answer = south.send(request.method(
                method.toUpperCase(Locale.ROOT),
                type == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(BODIES.getOrDefault(operation, "{}"))));
        return answer.status() + " "
                + answer.text().replace(id, "ID").replaceAll("\"correlation\":\"[^\"]*\"", "\"correlation\":\"\"");
    }
}
