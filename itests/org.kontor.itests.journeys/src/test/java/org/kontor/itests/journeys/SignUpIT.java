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
import java.util.Base64;
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

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

/** People open an account at a partner themselves, by the page and by the API, and see the partner's brand; on both databases. */
@RunWith(Parameterized.class)
@Shows({"A13", "P2", "V1"})
public class SignUpIT {
    private static final String PASSWORD = "correct horse battery";
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private Api api;
    private Letters letters;
    private String word;
    private String partner;
    private String email;

    @Before
    public void aPartner() throws Exception {
        kontor = shared.get();
        api = kontor.api();
        letters = new Letters(kontor);
        letters.server.start();
        word = Unique.word("su");
        email = word + "@example.com";
        partner = partner("North " + word);
    }

    @After
    public void stop() {
        if (letters != null) {
            letters.close();
        }
    }

    private String partner(String name) throws Exception {
        return api.made(
                        "/openings",
                        "{\"customer\":{\"name\":\"" + name + "\"},\"account\":{\"type\":\"PARTNER\",\"name\":\"" + name
                                + "\"},\"administrators\":{\"who\":\"ME\"}}")
                .at("/account/id")
                .asText();
    }

    /** For the partner's account. */
    private Api.Answer call(String account, String method, String path, String version, String type, byte[] body)
            throws Exception {
        HttpRequest.Builder request = api.request(path).header("Kontor-Account", account);
        if (version != null) {
            request.header("If-Match", version);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return api.send(
                request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    private JsonNode put(String account, String path, String version, String json) throws Exception {
        Api.Answer answer =
                call(account, "PUT", path, version, "application/json", json.getBytes(StandardCharsets.UTF_8));
        assertEquals(answer.text(), 200, answer.status());
        return answer.json();
    }

    private void page() throws Exception {
        JsonNode page = put(partner, "/sign-up-page", null, "{\"name\":\"" + word + "\",\"on\":true}");
        assertEquals("/kontor/account/sign-up/" + word, page.path("path").asText());
        assertEquals("TRIAL", page.at("/plan/kind").asText());
        assertEquals(5, page.at("/plan/quantity").asInt());
    }

    private void brand(String account, String name, String colour) throws Exception {
        put(
                account,
                "/brand",
                null,
                "{\"name\":\"" + name + "\",\"colour\":\"" + colour + "\",\"text\":{\"en\":\"" + name + ", Bern\"}}");
    }

    private Api.Answer open(String path, String language) throws Exception {
        return api.send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : account(path)))
                .header("Accept-Language", language)
                .GET());
    }

    private String account(String path) {
        return "http://127.0.0.1:" + kontor.port + "/kontor/account" + path;
    }

    private Api.Answer posted(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.send(HttpRequest.newBuilder(URI.create(account(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "null")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Without a sign-in. */
    private Api.Answer post(String path, String json) throws Exception {
        return api.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kontor.port + "/kontor/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    @Test
    public void byThePage() throws Exception {
        page();
        brand(partner, "Nørd & Söhne", "#7a1a14");
        Api.Answer form = open("/sign-up/" + word, "fr");
        assertEquals(form.text(), 200, form.status());
        safe(form);
        assertTrue(form.text(), form.text().contains("Ouvrir un compte"));
        assertTrue(form.text(), form.text().contains("Nørd &amp; Söhne"));
        assertTrue(form.text(), form.text().contains("/style/7a1a14.css"));
        Api.Answer style = open("/style/7a1a14.css", "en");
        assertTrue(
                style.text(), style.text().contains("#7a1a14") && style.text().contains("#ffffff"));

        String company = "Müller \"& <b>";
        Api.Answer wrong = posted("/sign-up/" + word, Map.of("company", company, "name", "Mia", "email", "nobody"));
        assertEquals(400, wrong.status());
        safe(wrong);
        assertTrue(wrong.text(), wrong.text().contains("role=\"alert\""));
        assertTrue("it need not be typed again", wrong.text().contains("value=\"Müller &quot;&amp; &lt;b&gt;\""));
        Api.Answer asked = posted("/sign-up/" + word, Map.of("company", company, "name", "Mia Müller", "email", email));
        assertEquals(asked.text(), 202, asked.status());
        safe(asked);
        assertFalse("nobody yet", customers(company).iterator().hasNext());

        MimeMessage mail = letters.await(email, 1);
        assertEquals("Confirm your sign-up at Nørd & Söhne", mail.getSubject());
        assertTrue(Letters.text(mail), Letters.text(mail).contains("Nørd & Söhne, Bern"));
        assertTrue(Letters.html(mail), Letters.html(mail).contains("#7a1a14"));
        assertFalse("what was typed", Letters.text(mail).contains("Müller"));
        String link = Letters.link(mail);
        assertTrue(link, link.contains("/kontor/account/confirm/"));

        Api.Answer confirm = open(link, "en");
        assertEquals(200, confirm.status());
        safe(confirm);
        assertTrue(confirm.text(), confirm.text().contains("Müller &quot;&amp; &lt;b&gt;"));
        assertTrue(confirm.text(), confirm.text().contains("12 to 128 characters"));
        assertTrue(confirm.text(), confirm.text().contains("/style/7a1a14.css"));
        assertEquals(400, confirmed(link, PASSWORD, "something else").status());
        assertEquals(400, confirmed(link, "short", "short").status());
        Api.Answer done = confirmed(link, PASSWORD, PASSWORD);
        assertEquals(done.text(), 200, done.status());
        safe(done);
        assertTrue(done.text(), done.text().contains(email));
        assertEquals(410, confirmed(link, PASSWORD, PASSWORD).status());
        assertEquals(410, open(link, "en").status());

        Api mia = new Api(kontor.port, email, PASSWORD);
        JsonNode mine = mia.get("/me/accounts").json().path("items").path(0);
        assertEquals(company, mine.path("name").asText());
        assertEquals("ACCOUNT_ADMIN", mine.path("roles").path(0).asText());
        JsonNode customer = customers(company).get(0);
        assertEquals(email, customer.at("/created/by").asText());
        assertFalse(kontor.log().contains(secret(link)));
    }

    private JsonNode customers(String name) throws Exception {
        return call(partner, "GET", "/customers?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8), null, null, null)
                .json()
                .path("items");
    }

    private Api.Answer confirmed(String link, String password, String again) throws Exception {
        return posted("/confirm", Map.of("link", secret(link), "password", password, "again", again));
    }

    private static void safe(Api.Answer page) {
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertFalse(page.text(), page.text().contains("<script") || page.text().contains("<b>"));
    }

    @Test
    public void byTheApi() throws Exception {
        String wish = "{\"company\":\"Miller " + word + "\",\"name\":\"Mia\",\"email\":\"" + email
                + "\",\"language\":\"fr\"}";
        assertEquals(404, post("/sign-ups/" + word, wish).status());
        page();
        assertEquals(
                "invalid_input company required, name required, email required",
                post("/sign-ups/" + word, "{}").problem());
        assertEquals(
                "invalid_input nick unknown_field",
                post("/sign-ups/" + word, "{\"nick\":1}").problem());
        Api.Answer unknown = post("/sign-ups/" + word, wish);
        assertEquals(unknown.text(), 202, unknown.status());
        assertEquals("QUEUED", unknown.json().path("state").asText());
        MimeMessage mail = letters.await(email, 1);
        assertEquals("Confirmez votre inscription chez Kontor Zürich", mail.getSubject());
        String token = secret(Letters.link(mail));
        assertEquals(
                "invalid_input token required",
                post("/sign-up-confirmations", "{}").problem());
        assertEquals(
                "not_found",
                post("/sign-up-confirmations", "{\"token\":\"x\",\"password\":\"" + PASSWORD + "\"}")
                        .problem());
        assertEquals(
                "invalid_input password out_of_range",
                post("/sign-up-confirmations", "{\"token\":\"" + token + "\"}").problem());
        String confirmation = "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}";
        Api.Answer done = post("/sign-up-confirmations", confirmation);
        assertEquals(done.text(), 201, done.status());
        assertEquals(email, done.json().path("login").asText());
        assertTrue(done.json().path("passwordSet").asBoolean());
        assertEquals("not_found", post("/sign-up-confirmations", confirmation).problem());
        Api mia = new Api(kontor.port, email, PASSWORD);
        assertEquals(
                done.json().path("account").asText(),
                mia.get("/me/accounts").json().at("/items/0/account").asText());
        assertEquals(
                5,
                call(
                                partner,
                                "GET",
                                "/accounts/" + done.json().path("account").asText() + "/plan-choice",
                                null,
                                null,
                                null)
                        .json()
                        .path("quantity")
                        .asInt());

        Api.Answer known = post("/sign-ups/" + word, wish);
        assertEquals("the same to everybody", unknown.text(), known.text());
        assertEquals(unknown.status(), known.status());
        MimeMessage second = letters.await(email, 2);
        assertEquals("Votre inscription chez Kontor Zürich", second.getSubject());
        Api.Answer more = open(Letters.link(second), "en");
        assertFalse("keeps the password", more.text().contains("type=\"password\""));
        assertEquals(
                200,
                posted("/confirm", Map.of("link", secret(Letters.link(second)))).status());
        assertEquals(2, mia.get("/me/accounts").json().path("items").size());

        put(partner, "/sign-up-page", "\"1\"", "{\"name\":\"" + word + "\",\"on\":false}");
        assertEquals("not_found", post("/sign-ups/" + word, wish).problem());
        assertEquals(404, open("/sign-up/" + word, "en").status());
    }

    /** Two looks at the same time; the nearest partner's is seen in mails and on pages. */
    @Test
    public void twoPartnersTwoLooks() throws Exception {
        String south = partner("South " + word);
        brand(partner, "North " + word, "#0b6e4f");
        Api.Answer logo = call(partner, "PUT", "/brand/logo", "\"1\"", "image/png", PNG);
        assertEquals(logo.text(), 200, logo.status());
        assertEquals("\"2\"", logo.header("ETag"));
        brand(south, "South " + word, "#ffd800");
        assertEquals(
                "invalid_input logo unsafe_svg",
                call(
                                south,
                                "PUT",
                                "/brand/logo",
                                "\"1\"",
                                "image/svg+xml",
                                "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>".getBytes(StandardCharsets.UTF_8))
                        .problem());
        Api.Answer file = call(partner, "GET", "/brand/logo", null, null, null);
        assertEquals("image/png", file.header("Content-Type"));
        assertTrue(file.header("Content-Disposition").startsWith("attachment"));

        for (String account : new String[] {partner, south}) {
            String to = account.substring(30) + email;
            call(
                    account,
                    "POST",
                    "/people/invitations",
                    null,
                    "application/json",
                    ("{\"email\":\"" + to + "\",\"name\":\"Rita\",\"roles\":[\"READ_ONLY\"]}")
                            .getBytes(StandardCharsets.UTF_8));
            String name = account.equals(south) ? "South " + word : "North " + word;
            MimeMessage mail = letters.await(to, 1);
            assertEquals("Your invitation to " + name, mail.getSubject());
            assertTrue(
                    mail.getFrom()[0].toString(), mail.getFrom()[0].toString().contains(name));
            assertEquals(account.equals(partner), Letters.html(mail).contains("cid:logo"));
            Api.Answer page = open(Letters.link(mail), "en");
            assertTrue(
                    page.text(),
                    page.text().contains(account.equals(south) ? "/style/ffd800.css" : "/style/0b6e4f.css"));
            assertTrue(page.text(), page.text().contains(name + ", Bern"));
            if (account.equals(partner)) {
                String path = page.text().replaceAll("(?s).*<img src=\"/kontor/account(/logo/[0-9a-f]{64})\".*", "$1");
                Api.Answer shown = open(path, "en");
                assertEquals(path, 200, shown.status());
                assertEquals("image/png", shown.header("Content-Type"));
            }
        }
        assertEquals(404, open("/logo/" + "0".repeat(64), "en").status());
        assertTrue(open("/forgotten", "en").text().contains("Kontor Zürich"));
        assertEquals(
                "version_required",
                call(south, "DELETE", "/brand", null, null, null).problem());
        assertEquals(204, call(south, "DELETE", "/brand", "\"1\"", null, null).status());
        assertEquals("not_found", call(south, "GET", "/brand", null, null, null).problem());
        assertEquals(
                "invalid_input account not_a_partner",
                api.put("/brand", "{\"name\":\"x\"}").problem());
    }

    @Test
    @Shows("V3")
    public void atTheShell() throws Exception {
        Path logo = Files.write(kontor.home.resolve(word + ".png"), PNG);
        Path copy = kontor.home.resolve(word + "-copy.png");
        String account = "--account " + partner + " ";
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            said(ssh, "kontor:brand-set " + account + "--name \"North & Co\" --colour 0B6E4F --text-en Bern", 0);
            said(ssh, "kontor:brand-set " + account + "--colour \"#0b6e4f\" --text-fr Berne", 0);
            said(ssh, "kontor:brand-logo " + account + logo, 0);
            String shown = said(ssh, "kontor:brand-show " + account, 0);
            assertTrue(shown, shown.contains("North & Co") && shown.contains("#0b6e4f") && shown.contains("Berne"));
            assertTrue(shown, shown.contains("image/png, " + PNG.length + " bytes"));
            said(ssh, "kontor:brand-logo-download " + account + copy, 0);
            assertEquals(-1, Files.mismatch(logo, copy));
            said(ssh, "kontor:brand-delete --logo " + account, 0);
            String wrong = said(ssh, "kontor:brand-set " + account + "--colour red", 1);
            assertTrue(wrong, wrong.contains("malformed_colour"));
            assertNotEquals("", said(ssh, "kontor:brand-delete " + account, 0));

            String made = said(ssh, "kontor:sign-up-page-set " + account + word, 0);
            assertTrue(
                    made, made.contains("/kontor/account/sign-up/" + word + " is off") && made.contains("5 licences"));
            String on = said(ssh, "kontor:sign-up-page-set " + account + "--on true --plan purchased", 0);
            assertTrue(on, on.contains(" is on") && on.contains("pay per use"));
            assertEquals(200, open("/sign-up/" + word, "en").status());
            assertTrue(said(ssh, "kontor:sign-up-page-show " + account, 0).contains("Version 2"));
            said(ssh, "kontor:sign-up-page-delete " + account, 0);
            assertEquals(404, open("/sign-up/" + word, "en").status());
        }
    }

    private static String said(Ssh ssh, String command, int status) throws Exception {
        Ssh.Said said = ssh.run(command);
        assertEquals(command + "\n" + said.text(), status, said.status());
        return said.text();
    }
}
