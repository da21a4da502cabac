/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.mail.internet.MimeMessage;

import org.junit.After;
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
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

/** From the invitation by REST to the first sign-in, through a real mail and the page behind its link; on both databases. */
@RunWith(Parameterized.class)
@Shows({"P2", "P3", "P4"})
public class InvitationsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse & battery é";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private Api api;
    private Letters letters;
    private String email;

    @Before
    public void start() throws Exception {
        kontor = shared.get();
        api = kontor.api();
        letters = new Letters(kontor);
        email = Unique.word("rita-") + "@example.com";
    }

    @After
    public void stop() {
        if (letters != null) {
            letters.close();
        }
    }

    private JsonNode invited(String more) throws Exception {
        return api.made("/people/invitations", order(email, more));
    }

    private static String order(String email, String more) {
        return "{\"email\":\"" + email + "\",\"name\":\"Rita Müller <b>\",\"roles\":[\"READ_ONLY\"]" + more + "}";
    }

    private JsonNode state(JsonNode invitation) throws Exception {
        for (JsonNode one : api.all("/people/invitations")) {
            if (one.path("id").equals(invitation.path("id"))) {
                return one;
            }
        }
        throw new AssertionError("It is gone");
    }

    private Api.Answer open(String link, String language) throws Exception {
        return api.send(HttpRequest.newBuilder(URI.create(link))
                .header("Accept-Language", language)
                .GET());
    }

    private Api.Answer open(String link) throws Exception {
        return open(link, "en");
    }

    private Api.Answer posted(String page, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kontor.port + "/kontor/account" + page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body)));
    }

    private Api.Answer set(String link, String password, String again) throws Exception {
        String secret = link.substring(link.lastIndexOf('/') + 1);
        return posted("/password", Map.of("link", secret, "password", password, "again", again));
    }

    private Api rita(String password) {
        return new Api(kontor.port, email, password);
    }

    @Test
    public void fromTheInvitationToTheFirstSignIn() throws Exception {
        JsonNode invitation = invited("");
        assertEquals("QUEUED", invitation.path("state").asText());
        assertEquals("the mail server is not there yet", 0, letters.to(email).size());
        letters.server.start();
        MimeMessage mail = letters.await(email, 1);
        assertEquals("Your invitation to Kontor Zürich", mail.getSubject());
        assertTrue(Letters.text(mail), Letters.text(mail).startsWith("Hello Rita Müller <b>,"));
        assertTrue(Letters.html(mail), Letters.html(mail).contains("Rita Müller &lt;b&gt;"));
        String link = Letters.link(mail);
        Await.until(
                "it is noted",
                SOON,
                () -> state(invitation).path("state").asText().equals("SENT"));

        for (int i = 0; i < 3; i++) {
            Api.Answer page = open(link);
            assertEquals(page.text(), 200, page.status());
            protectedPage(page);
            assertTrue(page.text(), page.text().contains("12 to 128 characters"));
            assertFalse(
                    "whose it is", page.text().contains("rita") || page.text().contains("Rita"));
        }
        assertTrue(open(link, "fr-CH,de;q=0.5").text().contains("Choisissez un mot de passe"));
        assertEquals(401, rita(PASSWORD).get("/me").status());

        Api.Answer different = set(link, PASSWORD, "something else");
        assertEquals(400, different.status());
        assertTrue(different.text(), different.text().contains("role=\"alert\""));
        assertEquals(400, set(link, "short", "short").status());
        Api.Answer done = set(link, PASSWORD, PASSWORD);
        assertEquals(done.text(), 200, done.status());
        protectedPage(done);
        assertEquals(200, rita(PASSWORD).get("/customers?limit=1").status());
        assertEquals("ACCEPTED", state(invitation).path("state").asText());

        Api.Answer again = set(link, "somebody else has it", "somebody else has it");
        assertEquals(410, again.status());
        assertEquals(410, open(link).status());
        protectedPage(again);
        assertEquals(200, rita(PASSWORD).get("/me").status());
        String tampered = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "Q" : "A");
        assertEquals(404, open(tampered).status());
        assertEquals(404, set(tampered, PASSWORD, PASSWORD).status());
        assertEquals(404, open(link.replaceAll("/[^/]*$", "/")).status());
        assertFalse(kontor.log().contains(link.substring(link.lastIndexOf('/') + 1)));
    }

    private static void protectedPage(Api.Answer page) {
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertFalse(page.text(), page.text().contains("<script"));
    }

    @Test
    public void laterAgainAndNeverMore() throws Exception {
        letters.server.start();
        JsonNode invitation = invited(",\"later\":true,\"language\":\"fr\"");
        assertEquals("WAITING", invitation.path("state").asText());
        String path = "/people/invitations/" + invitation.path("id").asText();
        assertEquals(200, api.post(path + "/resend", "").status());
        MimeMessage first = letters.await(email, 1);
        assertTrue(Letters.text(first), Letters.text(first).startsWith("Bonjour"));
        assertEquals(200, api.post(path + "/resend", "").status());
        MimeMessage second = letters.await(email, 2);
        assertNotEquals(first.getMessageID(), second.getMessageID());
        assertEquals(410, open(Letters.link(first)).status());
        assertEquals(200, open(Letters.link(second)).status());
        assertEquals(
                "REVOKED", api.post(path + "/revoke", "").json().path("state").asText());
        assertEquals(410, open(Letters.link(second)).status());
        assertEquals(
                1,
                api.all("/people/invitations?state=revoked").stream()
                        .filter(one -> one.path("id").equals(invitation.path("id")))
                        .count());
        String nobody = "/people/invitations/01890000-0000-7000-8000-000000000000";
        assertEquals(404, api.post(nobody + "/resend", "").status());
        assertEquals(404, api.post(nobody + "/revoke", "").status());
    }

    @Test
    public void aForgottenPasswordIsAskedForByMailAndByAnAdministrator() throws Exception {
        letters.server.start();
        JsonNode invitation = invited("");
        set(Letters.link(letters.await(email, 1)), PASSWORD, PASSWORD);
        assertEquals(
                200,
                open("http://127.0.0.1:" + kontor.port + "/kontor/account/forgotten")
                        .status());
        Api.Answer known = posted("/forgotten", Map.of("email", email.toUpperCase(Locale.ROOT)));
        Api.Answer unknown = posted("/forgotten", Map.of("email", "x" + email));
        assertEquals(200, known.status());
        assertEquals("the same to everybody", known.text(), unknown.text());
        assertEquals(known.status(), unknown.status());
        assertEquals(400, posted("/forgotten", Map.of("email", "x")).status());
        String link = Letters.link(letters.await(email, 2));
        assertEquals(0, letters.to("x" + email).size());
        assertEquals(200, rita(PASSWORD).get("/me").status());
        assertEquals(200, set(link, "a new one for Rita", "a new one for Rita").status());
        assertEquals(401, rita(PASSWORD).get("/me").status());
        assertEquals(200, rita("a new one for Rita").get("/me").status());

        String person = "/people/" + invitation.path("person").asText();
        assertEquals(
                204,
                api.post(person + "/password-instructions", "{\"language\":\"fr\"}")
                        .status());
        MimeMessage instructions = letters.await(email, 3);
        assertEquals("Un nouveau mot de passe pour Kontor Zürich", instructions.getSubject());
        assertEquals(200, open(Letters.link(instructions)).status());
        assertEquals(
                403,
                rita("a new one for Rita")
                        .post(person + "/password-instructions", "{}")
                        .status());
    }

    @Test
    @Shows("P3")
    public void manyAtOnceWithAResultForEach() throws Exception {
        letters.server.start();
        Api.Answer answer = api.post(
                "/people/invitations/bulk",
                "{\"invitations\":[" + order("a" + email, "") + "," + order("not an address", "") + ","
                        + order("a" + email, "") + ",{\"email\":\"z\",\"nick\":1}," + order("b" + email, "") + "]}");
        assertEquals(answer.text(), 200, answer.status());
        JsonNode result = answer.json();
        assertEquals(2, result.path("invited").asInt());
        assertEquals(3, result.path("refused").asInt());
        assertEquals("QUEUED", result.at("/items/0/invitation/state").asText());
        assertEquals("email", result.at("/items/1/violations/1/field").asText());
        assertEquals("taken", result.at("/items/2/violations/0/rule").asText());
        assertEquals("unknown_field", result.at("/items/3/violations/0/rule").asText());
        assertEquals(5, result.at("/items/4/row").asInt());
        letters.await("a" + email, 1);
        letters.await("b" + email, 1);
        assertEquals("400 invalid_input invitations wrong_type", refusal("{\"invitations\":[]}"));
        assertEquals("400 invalid_input invitations wrong_type", refusal("{\"invitations\":{}}"));
        assertEquals(
                "400 invalid_input invitations wrong_type", refusal("{\"invitations\":[" + "{},".repeat(500) + "{}]}"));
    }

    private String refusal(String body) throws Exception {
        Api.Answer answer = api.post("/people/invitations/bulk", body);
        return answer.status() + " " + answer.problem();
    }

    @Test
    @Shows({"P3", "V3"})
    public void atTheShell() throws Exception {
        letters.server.start();
        Path file = Files.writeString(
                kontor.home.resolve(email + ".csv"),
                "name,email,roles\nAda,a" + email + ",read_only billing\nBob,not an address,billing\n");
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String one = said(ssh, "kontor:person-invite --role read_only --name Rita " + email, 0);
            assertTrue(one, one.contains("the invitation goes to " + email));
            String many = said(ssh, "kontor:person-invite --file " + file, 0);
            assertTrue(many, many.contains("1 person invited, 1 refused.") && many.contains("malformed_email"));
            letters.await(email, 1);
            letters.await("a" + email, 1);
            JsonNode listed =
                    ssh.run("kontor:invitation-list --json --limit 200").json();
            String id = null;
            for (JsonNode invitation : listed.path("items")) {
                if (invitation.path("login").asText().equals(email)) {
                    id = invitation.path("id").asText();
                }
            }
            said(ssh, "kontor:invitation-revoke " + id, 0);
            said(ssh, "kontor:invitation-resend " + id, 0);
            letters.await(email, 2);
            said(ssh, "kontor:password-instructions " + email, 0);
            letters.await(email, 3);
            String refused = said(ssh, "kontor:invitation-resend nothing", 1);
            assertTrue(refused, refused.contains("kontor:invitation-list"));
        }
    }

    private static String said(Ssh ssh, String command, int status) throws Exception {
        Ssh.Said said = ssh.run(command);
        assertEquals(command + "\n" + said.text(), status, said.status());
        return said.text();
    }
}
