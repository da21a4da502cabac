/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.time.Duration;
import java.util.Locale;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** An administrator looks after people by REST, and they notice at once; on both databases. */
@RunWith(Parameterized.class)
@Shows({"P4", "P7", "P9", "X2"})
public class PeopleIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String login;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        login = Unique.word("rita-");
    }

    private JsonNode made(String roles, String more) throws Exception {
        return api.made(
                "/people", "{\"login\":\"" + login + "\",\"name\":\"Rita\",\"roles\":[" + roles + "]" + more + "}");
    }

    private Api as(String password) {
        return new Api(api.port(), login, password);
    }

    @Test
    public void fromTheFirstSignInToTheLast() throws Exception {
        Api.Answer created = api.post(
                "/people",
                "{\"login\":\"" + login.toUpperCase(Locale.ROOT)
                        + "\",\"name\":\"Rita\",\"roles\":[\"READ_ONLY\"],\"email\":\"" + login + "@example.com\"}");
        assertEquals(created.text(), 201, created.status());
        assertEquals("\"1\"", created.header("ETag"));
        assertEquals("no-store", created.header("Cache-Control"));
        String path = "/people/" + created.json().path("id").asText();
        assertTrue(created.header("Location"), created.header("Location").endsWith(path));
        Api rita = as(created.json().path("password").asText());
        JsonNode read = api.get(path).json();
        assertEquals(login, read.path("login").asText());
        assertFalse(read.toString(), read.has("password") || read.has("lastSignIn"));

        assertEquals(200, rita.get("/customers?limit=1").status());
        assertEquals("403 access_denied", refusal(rita.post("/customers", "{\"name\":\"x\"}")));
        assertEquals("403 access_denied", refusal(rita.get("/people")));
        assertEquals("403 access_denied", refusal(rita.post(path + "/unlock", "")));
        Await.until("the sign-in is noted", Duration.ofSeconds(30), () -> api.get(path)
                .json()
                .has("lastSignIn"));

        Api.Answer changed = api.patch(path, 1, "{\"roles\":[\"PARTNER_ADMIN\"],\"email\":null}");
        assertEquals(changed.text(), 200, changed.status());
        assertEquals("\"2\"", changed.header("ETag"));
        assertFalse(changed.text(), changed.json().has("email"));
        assertEquals("412 stale_version", refusal(api.patch(path, 1, "{\"name\":\"Old\"}")));
        assertEquals(201, rita.post("/customers", "{\"name\":\"of Rita\"}").status());

        assertEquals(200, api.post(path + "/disable", "").status());
        assertEquals(401, rita.get("/me").status());
        assertEquals(401, rita.soap(Soap.envelope("<find/>").getBytes()).status());
        assertEquals(401, rita.whole("/kontor/metrics").status());
        assertEquals(200, api.post(path + "/enable", "").status());
        assertEquals(200, rita.get("/me").status());

        Api.Answer reset = api.post(path + "/password", "{}");
        assertEquals(401, rita.get("/me").status());
        assertEquals(200, as(reset.json().path("password").asText()).get("/me").status());
        Api.Answer given = api.post(path + "/password", "{\"password\":\"given by somebody\"}");
        assertFalse(given.text(), given.text().contains("password"));
        assertEquals(200, as("given by somebody").get("/me").status());
        JsonNode audit = api.get("/audit?actor=admin&limit=20").json();
        assertFalse(audit.toString(), audit.toString().contains("given by somebody"));
    }

    private static String refusal(Api.Answer answer) {
        return answer.status() + " " + answer.problem();
    }

    @Test
    @Shows("P6")
    public void whoMayTouchWhom() throws Exception {
        String nobody = "/people/01890000-0000-7000-8000-000000000000";
        assertEquals("404 not_found", refusal(api.get(nobody)));
        assertEquals("404 not_found", refusal(api.patch(nobody, 1, "{\"name\":\"x\"}")));
        for (String action : new String[] {"/disable", "/enable", "/unlock"}) {
            assertEquals("404 not_found", refusal(api.post(nobody + action, "")));
        }
        assertEquals("404 not_found", refusal(api.post(nobody + "/password", "{}")));

        String admin = "/people/"
                + api.get("/people?q=admin&role=platform_operator&disabled=false")
                        .json()
                        .at("/items/0/id")
                        .asText();
        Api superAdmin = as(made("\"SUPER_ADMIN\"", "").path("password").asText());
        assertEquals(200, superAdmin.get(admin).status());
        assertEquals("403 access_denied", refusal(superAdmin.post(admin + "/disable", "")));
        assertEquals("403 access_denied", refusal(superAdmin.post(admin + "/password", "{}")));
        String own = "/people/"
                + superAdmin.get("/people?q=" + login).json().at("/items/0/id").asText();
        assertEquals("403 access_denied", refusal(superAdmin.post(own + "/disable", "")));
        assertEquals("403 access_denied", refusal(superAdmin.patch(own, 1, "{\"roles\":[\"PLATFORM_OPERATOR\"]}")));
        assertEquals(200, api.post(own + "/disable", "").status());
        assertEquals("400 invalid_input disabled unknown_choice", refusal(api.get("/people?disabled=maybe")));
        assertEquals("400 invalid_input role unknown_choice", refusal(api.get("/people?role=king")));
    }

    @Test
    public void theListIsPagedByLogin() throws Exception {
        for (String suffix : new String[] {"-c", "-a", "-b"}) {
            api.made(
                    "/people",
                    "{\"login\":\"" + login + suffix + "\",\"name\":\"x\",\"roles\":[\"BILLING\"],"
                            + "\"password\":\"long enough for this\"}");
        }
        JsonNode first = api.get("/people?limit=2&q=" + login).json();
        assertEquals(login + "-a", first.at("/items/0/login").asText());
        assertEquals(login + "-b", first.at("/items/1/login").asText());
        JsonNode second = api.get("/people?limit=2&q=" + login + "&cursor="
                        + first.path("next").asText())
                .json();
        assertEquals(login + "-c", second.at("/items/0/login").asText());
        assertFalse(second.has("next"));
    }

    @Test
    public void tenWrongPasswordsLockALoginAndAnAdministratorLiftsIt() throws Exception {
        JsonNode person = made("\"READ_ONLY\"", ",\"password\":\"correct horse battery\"");
        String path = "/people/" + person.path("id").asText();
        String refused = null;
        for (int i = 0; i < 10; i++) {
            assertFalse(api.get(path).json().has("lockedUntil"));
            refused = unauthenticated(as("wrong one " + i));
        }
        assertTrue(api.get(path).json().has("lockedUntil"));
        assertEquals("the right one is answered alike", refused, unauthenticated(as("correct horse battery")));
        JsonNode unlocked = api.post(path + "/unlock", "").json();
        assertFalse(unlocked.toString(), unlocked.has("lockedUntil"));
        Api rita = as("correct horse battery");
        assertEquals(200, rita.get("/me").status());

        for (int i = 0; i < 10; i++) {
            unauthenticated(as("wrong one"));
        }
        assertTrue(api.get(path).json().has("lockedUntil"));
        assertEquals("who is known goes on", 200, rita.get("/me").status());
    }

    /** @return the body, without what is different in each */
    private static String unauthenticated(Api who) throws Exception {
        Api.Answer answer = who.get("/me");
        assertEquals(answer.text(), 401, answer.status());
        return answer.text().replaceAll("\"correlation\":\"[^\"]*\"", "");
    }
}
