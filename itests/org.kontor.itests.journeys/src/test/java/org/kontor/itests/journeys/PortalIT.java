/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** A member goes to the portal of an account, which asks Kontor who comes; on both databases. */
@RunWith(Parameterized.class)
@Shows("A11")
public class PortalIT {
    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private HttpServer portal;
    private String account;
    private Api member;
    private String name;

    /** Of the portal, as it was told to those who set it up. */
    private volatile String secret;

    @Before
    public void anAccountAndAPortal() throws Exception {
        kontor = shared.get();
        name = Unique.word("portal");
        JsonNode opened = kontor.api()
                .made(
                        "/openings",
                        "{\"customer\":{\"name\":\"" + name + "\"},\"account\":{\"type\":\"PARTNER\",\"name\":\"" + name
                                + "\"},\"administrators\":{\"who\":\"ME\"}}");
        account = opened.at("/account/id").asText();
        Api.Answer made = kontor.api()
                .send(kontor.api()
                        .request("/people")
                        .header("Kontor-Account", account)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"login\":\"" + name + "\",\"name\":\"Nora " + name
                                + "\",\"email\":\"" + name + "@example.com\",\"roles\":[\"READ_ONLY\"]}")));
        assertEquals(made.text(), 201, made.status());
        member = new Api(kontor.port, name, made.json().path("password").asText());
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/enter", this::welcome);
        portal.start();
    }

    @After
    public void close() {
        if (portal != null) {
            portal.stop(0);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + portal.getAddress().getPort() + "/enter";
    }

    /** What a portal does: asks who comes, and shows it. */
    private void welcome(HttpExchange exchange) throws IOException {
        String code = exchange.getRequestURI().getQuery().replaceAll(".*kontor-visit=", "");
        byte[] body;
        try {
            body = redeem(secret, code).text().getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Api.Answer redeem(String with, String code) throws Exception {
        return new Wire(kontor.port, with == null ? null : "Bearer " + with)
                .send(
                        "POST",
                        "/kontor/api/v1/portal-visits/redeem",
                        ("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8),
                        "Content-Type: application/json");
    }

    private String set(String where) throws Exception {
        Api.Answer set = kontor.api().put("/accounts/" + account + "/portal", "{\"url\":\"" + where + "\"}");
        assertEquals(set.text(), 200, set.status());
        assertEquals("\"1\"", set.header("ETag"));
        return set.json().path("secret").asText();
    }

    private Api.Answer visit(Api by) throws Exception {
        return by.send(by.request("/accounts/" + account + "/portal-visits").POST(BodyPublishers.noBody()));
    }

    private Api manager() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String login = Unique.word("manager");
            Ssh.Said added = ssh.run("kontor:user-add --json --generate --role super_admin " + login);
            Api manager =
                    new Api(kontor.port, login, added.json().path("password").asText());
            assertEquals(200, manager.get("/accounts/" + account + "/portal").status());
            return manager;
        }
    }

    private static JsonNode open(String address) throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        return new Api.Answer(page.statusCode(), page.headers(), page.body()).json();
    }

    @Test
    public void thePortalWelcomesTheMemberOnce() throws Exception {
        Api.Answer none = visit(member);
        assertEquals(none.text(), 409, none.status());
        assertEquals("no_portal", none.problem());
        secret = set(url());
        Api.Answer visit = visit(member);
        assertEquals(visit.text(), 201, visit.status());
        String address = visit.json().path("url").asText();
        assertTrue(address, address.startsWith(url() + "?kontor-visit="));
        JsonNode visitor = open(address);
        assertEquals("Nora " + name, visitor.path("name").asText());
        assertEquals(name, visitor.path("login").asText());
        assertEquals(name + "@example.com", visitor.path("email").asText());
        assertEquals(account, visitor.path("account").asText());
        assertEquals(name, visitor.path("accountName").asText());
        assertEquals("READ_ONLY", visitor.at("/roles/0").asText());
        assertEquals("used", open(address).at("/violations/0/rule").asText());
        String code = address.replaceAll(".*=", "");
        String other = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
        assertEquals("invalid_input code unknown_code", redeem(secret, other).problem());
        String log = kontor.log();
        assertFalse("the code in the log", log.contains(code));
        assertFalse("the secret in the log", log.contains(secret));
        String audit = member.get("/audit").text();
        assertTrue(audit, audit.contains("\"recordType\":\"portal_visit\""));
        assertFalse(audit, audit.contains(secret) || audit.contains(code));
    }

    @Test
    @Shows({"P6", "X2"})
    public void nobodyElseComesInOrAsks() throws Exception {
        secret = set("https://portal.example.com/enter?a=b");
        assertEquals("who manages it and is no member", 404, visit(manager()).status());
        String token = member.made("/me/tokens", "{\"name\":\"x\",\"scope\":\"FULL\"}")
                .path("secret")
                .asText();
        Api.Answer program = new Wire(kontor.port, "Bearer " + token)
                .send("POST", "/kontor/api/v1/accounts/" + account + "/portal-visits", new byte[0]);
        assertEquals(program.text(), 403, program.status());
        String address = visit(member).json().path("url").asText();
        assertTrue(address, address.startsWith("https://portal.example.com/enter?a=b&kontor-visit="));
        String code = address.replaceAll(".*=", "");
        for (String no : new String[] {null, "", token, secret + "x"}) {
            Api.Answer refused = redeem(no, code);
            assertEquals(refused.text(), 401, refused.status());
            assertEquals("Kontor realm=\"Kontor\"", refused.header("WWW-Authenticate"));
        }
        assertEquals(
                "a portal's secret signs in nowhere else",
                401,
                new Wire(kontor.port, "Bearer " + secret)
                        .send("GET", "/kontor/api/v1/me", new byte[0])
                        .status());
        assertEquals(200, redeem(secret, code).status());
    }

    @Test
    public void whoManagesTheAccountSetsItUpByRestAndShell() throws Exception {
        String path = "/accounts/" + account + "/portal";
        assertEquals(404, kontor.api().get(path).status());
        assertEquals(
                "invalid_input url not_https",
                kontor.api()
                        .put(path, "{\"url\":\"http://portal.example.com\"}")
                        .problem());
        set("https://portal.example.com");
        assertFalse(kontor.api().get(path).text().contains("secret"));
        assertEquals(
                428,
                kontor.api().put(path, "{\"url\":\"https://b.example.com\"}").status());
        Api.Answer moved = kontor.api()
                .send(kontor.api()
                        .request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"1\"")
                        .PUT(BodyPublishers.ofString("{\"url\":\"https://b.example.com\"}")));
        assertEquals(moved.text(), "\"2\"", moved.header("ETag"));
        assertFalse(moved.text(), moved.text().contains("secret"));
        Api.Answer renewed =
                kontor.api().send(kontor.api().request(path + "/secret").POST(BodyPublishers.noBody()));
        assertTrue(renewed.text(), renewed.json().path("secret").asText().startsWith("kontorportal_"));
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String shown = ssh.run("kontor:portal-show " + account).text();
            assertTrue(shown, shown.contains("https://b.example.com"));
            String set = ssh.run("kontor:portal-set " + account + " https://c.example.com")
                    .text();
            assertTrue(set, set.contains("https://c.example.com") && !set.contains("kontorportal_"));
            String other = ssh.run("kontor:portal-secret " + account).text();
            assertTrue(other, other.contains("kontorportal_"));
            // who opened it is a member, too
            Ssh.Said visit = ssh.run("kontor:portal-visit --account " + account);
            assertTrue(visit.text(), visit.text().contains("https://c.example.com?kontor-visit="));
            assertEquals(0, ssh.run("kontor:portal-remove " + account).status());
            assertEquals(1, ssh.run("kontor:portal-show " + account).status());
        }
        set("https://portal.example.com");
        assertEquals(428, kontor.api().send(kontor.api().request(path).DELETE()).status());
        assertEquals(
                204,
                kontor.api()
                        .send(kontor.api()
                                .request(path)
                                .header("If-Match", "\"1\"")
                                .DELETE())
                        .status());
    }
}
