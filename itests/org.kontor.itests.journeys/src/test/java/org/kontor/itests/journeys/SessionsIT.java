/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

/** A page signs somebody in, works with the cookie, and signs out; on both databases. */
@RunWith(Parameterized.class)
@Shows({"X2", "P9"})
public class SessionsIT {
    private static final String API = "/kontor/api/v1";
    private static final String JSON = "Content-Type: application/json";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private Ssh ssh;
    private String login;
    private String password;

    /** What a browser keeps. */
    private record Browser(Wire wire, String cookie, String token) {
        Api.Answer send(String method, String path, String body, String... more) throws Exception {
            List<String> headers = new ArrayList<>(List.of(more));
            headers.add("Cookie: " + cookie);
            if (body != null) {
                headers.add(JSON);
            }
            return wire.send(
                    method,
                    API + path,
                    body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
                    headers.toArray(new String[0]));
        }

        Api.Answer get(String path) throws Exception {
            return send("GET", path, null);
        }

        /** As our own page does it. */
        Api.Answer change(String method, String path, String body) throws Exception {
            return send(method, path, body, "X-CSRF-Token: " + token);
        }
    }

    @Before
    public void aPerson() throws Exception {
        kontor = shared.get();
        ssh = new Ssh(kontor.sshPort);
        login = Unique.word("page");
        Ssh.Said added = ssh.run("kontor:user-add --json --generate --role super_admin " + login);
        password = added.json().path("password").asText();
    }

    @After
    public void close() {
        ssh.close();
    }

    private Api.Answer signIn(String name, String secret, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(JSON);
        String body = "{\"login\":\"" + name + "\",\"password\":\"" + secret + "\"}";
        return new Wire(kontor.port, null)
                .send("POST", API + "/session", body.getBytes(StandardCharsets.UTF_8), all.toArray(new String[0]));
    }

    private Browser begin(String... headers) throws Exception {
        Api.Answer answer = signIn(login, password, headers);
        assertEquals(answer.text(), 201, answer.status());
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return new Browser(
                new Wire(kontor.port, null),
                cookie,
                answer.json().path("csrfToken").asText());
    }

    @Test
    public void aPageWorksWithACookieAndAToken() throws Exception {
        Api.Answer answer = signIn(login, password, "User-Agent: Firefox on a tablet", "Origin: http://localhost");
        assertEquals(answer.text(), 201, answer.status());
        String set = answer.header("Set-Cookie");
        assertTrue(set, set.matches("kontor-session=[A-Za-z0-9_-]{43}; Path=/kontor; HttpOnly; SameSite=Strict"));
        assertEquals("no-store", answer.header("Cache-Control"));
        JsonNode told = answer.json();
        assertEquals(login, told.path("name").asText());
        assertEquals("SUPER_ADMIN", told.at("/roles/0").asText());
        assertEquals("Firefox on a tablet", told.at("/session/client").asText());

        String token = told.path("csrfToken").asText();
        Browser page = new Browser(new Wire(kontor.port, null), set.split(";", 2)[0], token);
        assertFalse(answer.text(), answer.text().contains(page.cookie().substring(15)));
        assertEquals(200, page.get("/customers?limit=1").status());
        // the page is loaded anew
        assertEquals(token, page.get("/session").json().path("csrfToken").asText());

        String customer = "{\"name\":\"" + Unique.word("by page ") + "\"}";
        assertEquals(201, page.change("POST", "/customers", customer).status());
        for (String[] no : new String[][] {{}, {"X-CSRF-Token: "}, {"X-CSRF-Token: " + token + "x"}}) {
            Api.Answer refused = page.send("POST", "/customers", customer, no);
            assertEquals(refused.text(), 403, refused.status());
            assertEquals("csrf_token_required", refused.problem());
        }
        Api.Answer foreign =
                page.send("POST", "/customers", customer, "X-CSRF-Token: " + token, "Origin: https://evil.example");
        assertEquals("access_denied", foreign.problem());

        assertEquals(204, page.change("DELETE", "/session", null).status());
        Api.Answer after = page.get("/session");
        assertEquals(401, after.status());
        assertEquals("Kontor realm=\"Kontor\"", after.header("WWW-Authenticate"));
        String audit = kontor.api().get("/audit?actor=" + login).text();
        assertTrue(audit, audit.contains("\"source\":\"CONSOLE\""));
        assertTrue(audit, audit.contains("\"recordType\":\"session\""));
        assertFalse("the secret in the log", kontor.log().contains(page.cookie().substring(15)));
        assertFalse("the password in the log", kontor.log().contains(password));
    }

    @Test
    public void aNewSignInTakesNoSessionOver() throws Exception {
        Browser first = begin();
        Browser second = begin("Cookie: " + first.cookie());
        assertNotEquals(first.cookie(), second.cookie());
        assertEquals(401, first.get("/me").status());
        assertEquals(200, second.get("/me").status());
        String planted = "kontor-session=" + "A".repeat(43);
        assertNotEquals(planted, begin("Cookie: " + planted).cookie());
        assertEquals(401, second.send("GET", "/me", null, "Cookie: " + planted).status());
    }

    @Test
    public void onlyTheRightPasswordBeginsOne() throws Exception {
        for (String[] no : new String[][] {{login, "not the password"}, {"nobody", password}, {login, ""}}) {
            Api.Answer answer = signIn(no[0], no[1]);
            assertEquals(answer.text(), 401, answer.status());
            assertEquals("unauthenticated", answer.problem());
            assertEquals("Kontor realm=\"Kontor\"", answer.header("WWW-Authenticate"));
            assertEquals(null, answer.header("Set-Cookie"));
        }
        assertEquals(
                "access_denied",
                signIn(login, password, "Origin: https://evil.example").problem());
        Wire nobody = new Wire(kontor.port, null);
        assertEquals(415, nobody.send("POST", API + "/session", new byte[0]).status());
        assertEquals(
                "invalid_input login required",
                nobody.send("POST", API + "/session", "{}".getBytes(StandardCharsets.UTF_8), JSON)
                        .problem());
        assertEquals(401, nobody.send("GET", API + "/session", new byte[0]).status());
    }

    @Test
    public void whoIsDisabledOrHasAnotherPasswordIsOutWithTheNextRequest() throws Exception {
        Browser page = begin();
        Api.Answer changed = page.change(
                "PUT", "/me/password", "{\"current\":\"" + password + "\",\"replacement\":\"another one, longer\"}");
        assertEquals(changed.text(), 204, changed.status());
        assertEquals(401, page.get("/me").status());
        password = "another one, longer";
        Browser again = begin();
        assertEquals(0, ssh.run("kontor:person-disable " + login).status());
        assertEquals(401, again.get("/me").status());
        assertEquals(401, signIn(login, password).status());
        assertEquals(0, ssh.run("kontor:person-enable " + login).status());
        assertEquals(401, again.get("/me").status());
    }

    @Test
    public void oneSeesOnesSessionsAndEndsThem() throws Exception {
        Browser one = begin("User-Agent: One");
        Browser two = begin("User-Agent: Two");
        Browser three = begin("User-Agent: Three");
        JsonNode list = one.get("/me/sessions").json().path("items");
        assertEquals(3, list.size());
        assertEquals("Three", list.at("/0/client").asText());
        assertEquals(
                204,
                one.change("DELETE", "/me/sessions/" + list.at("/1/id").asText(), null)
                        .status());
        assertEquals(401, two.get("/me").status());
        assertEquals(
                404,
                one.change("DELETE", "/me/sessions/" + list.at("/1/id").asText(), null)
                        .status());
        assertEquals(204, one.change("DELETE", "/me/sessions", null).status());
        assertEquals(401, three.get("/me").status());
        assertEquals(200, one.get("/me").status());

        Api api = new Api(kontor.port, login, password);
        assertEquals(404, api.get("/session").status());
        String token = api.made("/me/tokens", "{\"name\":\"x\",\"scope\":\"FULL\"}")
                .path("secret")
                .asText();
        Wire program = new Wire(kontor.port, "Bearer " + token);
        assertEquals(403, program.send("GET", API + "/me/sessions", new byte[0]).status());
        // with a header of its own the cookie is not looked at, so no token is asked for either
        assertEquals(
                201,
                program.send(
                                "POST",
                                API + "/customers",
                                ("{\"name\":\"" + Unique.word("token") + "\"}").getBytes(StandardCharsets.UTF_8),
                                JSON,
                                "Cookie: " + one.cookie())
                        .status());

        assertEquals(204, api.send(api.request("/me/sessions").DELETE()).status());
        assertEquals(401, one.get("/me").status());
        Ssh.Said listed = ssh.run("kontor:session-list");
        assertEquals(listed.text(), 0, listed.status());
        Ssh.Said ended = ssh.run("kontor:session-end --all");
        assertTrue(ended.text(), ended.text().contains("ended"));
        assertEquals(1, ssh.run("kontor:session-end").status());
    }
}
