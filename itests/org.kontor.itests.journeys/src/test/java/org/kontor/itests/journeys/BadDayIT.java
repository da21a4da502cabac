/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.mail.internet.MimeMessage;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** What people do on a bad day: check a connection, watch its calls, be told by mail and webhook. */
public class BadDayIT extends ShellSession {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SECRET = "shared-with-the-hook";
    private static final String ROUTE =
            """
            - route:
                id: taker
                from:
                  uri: kontor:hook/%1$s
                  steps:
                    - unmarshal:
                        json: {}
                    - to: kontor:run/begin
                    - to: kontor:upsert/customer
                    - to: kontor:run/complete
            """;

    @Test
    @Shows({"S16", "V1", "V3"})
    public void aConnectionIsCheckedStepByStep() throws Exception {
        Folder folder = new Folder(kontor, "check").open();
        try {
            has(
                    well("kontor:connection-check " + folder.name).text(),
                    "ok       configuration: connector files",
                    "ok       folder: " + folder.path,
                    "ok       first file",
                    "All steps are well.");
            // a stopped one leaves the file where it is
            folder.connect("STOPPED", "enabled", "false");
            folder.drop("orders.csv", "code\nA\n".getBytes(StandardCharsets.UTF_8));
            String said = refused("kontor:connection-check " + folder.name);
            has(said, "FAILED   file names", "orders.csv", "Rename the files", "1 step failed");
            Files.delete(folder.path.resolve("orders.csv"));

            folder.connect("FAILED", "folder", "");
            said = refused("kontor:connection-check " + folder.name);
            has(said, "FAILED   settings: Setting 'folder' is required.", "Mend the setting");
            Api.Answer answer = kontor.api().post("/connections/" + folder.name + "/check", "");
            assertEquals(answer.text(), 200, answer.status());
            assertFalse(answer.json().path("ok").asBoolean());
            assertEquals(
                    "FAILED", answer.json().path("steps").path(1).path("state").asText());
        } finally {
            kontor.removeConnection(folder.name);
        }
        assertEquals(404, kontor.api().post("/connections/no-such/check", "").status());
        has(refused("kontor:connection-check no-such"), "There is no connection 'no-such'");
    }

    @Test
    @Shows({"S16", "V3"})
    public void theCallsOfAConnectionAreWatchedAsTheyHappen() throws Exception {
        RouteFiles routes = new RouteFiles(kontor);
        routes.write(word + ".yaml", ROUTE.formatted(word));
        routes.write(word + ".properties", "api.token = token-nobody-sees\n");
        try {
            routes.await(word, "IDLE");
            try (Ssh.Typist typist = ssh.typist()) {
                typist.type("kontor:connection-trace --body 2000 " + word + " 5m\r")
                        .seen("Ctrl-C ends it");
                tell("{\"externalId\":\"1\",\"name\":\"Traced " + word + "\",\"password\":\"hidden-one\"}");
                String shown = typist.seen("end of [taker]");
                String flat = shown.replaceAll("\\s+", "");
                has(flat, "kontor://upsert/customer", "1record", "Traced" + word);
                assertFalse(shown, shown.contains("hidden-one"));
                typist.type("\u0003").seen("Nothing is traced any more");
            }
            has(refused("kontor:connection-trace " + word + " 3h"), "30s or 10m");
            has(refused("kontor:connection-trace " + word + " 90m"), "60m");
            has(well("kontor:connection-trace " + word + " 1s").text(), "0 calls shown");
        } finally {
            routes.remove(word + ".yaml");
            routes.remove(word + ".properties");
        }
    }

    private void tell(String body) throws Exception {
        Api api = kontor.api();
        Api.Answer answer = api.send(api.request("/hooks/" + word)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertTrue(answer.text(), answer.status() < 500);
    }

    private record Posted(JsonNode body, byte[] raw, String signature) {}

    @Test
    @Shows({"S16", "V3"})
    public void peopleAreToldOnceWhenItBeginsAndWhenItIsOver() throws Exception {
        List<Posted> posted = new CopyOnWriteArrayList<>();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/hook", exchange -> {
            byte[] raw = exchange.getRequestBody().readAllBytes();
            posted.add(new Posted(
                    new ObjectMapper().readTree(raw),
                    raw,
                    exchange.getRequestHeaders().getFirst("Kontor-Signature")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        hook.start();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path file = kontor.karaf.resolve("etc/org.kontor.alerts.cfg");
        String before = Files.readString(file);
        has(well("kontor:alert-list").text(), "Alerts are off");
        has(refused("kontor:alert-test"), "etc/org.kontor.alerts.cfg");
        Folder folder = new Folder(kontor, "alert").open();
        try {
            replace(
                    file,
                    """
                    enabled = true
                    name = Kontor Test
                    lookSeconds = 1
                    calmSeconds = 1
                    mail.host = 127.0.0.1
                    mail.port = %d
                    mail.security = none
                    mail.from = kontor@example.com
                    mail.to = desk@example.com
                    webhook.url = http://127.0.0.1:%d/hook
                    .webhook.secret = %s
                    """
                            .formatted(
                                    mail.getSmtp().getPort(), hook.getAddress().getPort(), SECRET));
            Await.until(
                    "the test arrives",
                    SOON,
                    () -> ssh.run("kontor:alert-test").status() == 0
                            && mails(mail, "Test").size() > 0
                            && posted.stream()
                                    .anyMatch(one ->
                                            one.body().path("event").asText().equals("test")));

            folder.connect("FAILED", "folder", "");
            Await.until(
                    "it is told",
                    SOON,
                    () -> mails(mail, folder.name).size() == 1
                            && about(posted, folder.name).size() == 1);
            assertEquals(List.of("[Kontor Test] connection-failed " + folder.name), mails(mail, folder.name));
            Posted began = about(posted, folder.name).get(0);
            assertEquals("began", began.body().path("event").asText());
            has(
                    began.body().path("message").asText(),
                    "'folder' is required",
                    "kontor:connection-check " + folder.name);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(began.raw())), began.signature());
            has(well("kontor:alert-list").text(), "connection-failed", folder.name, "mail: sent");

            folder.connect("IDLE");
            Await.until(
                    "the end is told",
                    SOON,
                    () -> mails(mail, folder.name).size() == 2
                            && about(posted, folder.name).size() == 2);
            assertEquals(
                    "ended",
                    about(posted, folder.name).get(1).body().path("event").asText());
            has(mails(mail, folder.name).get(1), "Resolved: connection-failed " + folder.name);
            JsonNode all = well("kontor:alert-list --all --json").json();
            JsonNode alert = find(all.path("items"), folder.name);
            assertTrue(all.toString(), alert.hasNonNull("ended"));
            assertEquals(4, alert.path("deliveries").size());
        } finally {
            replace(file, before);
            kontor.removeConnection(folder.name);
            mail.stop();
            hook.stop(0);
        }
        Await.until("alerts are off", SOON, () -> ssh.run("kontor:alert-list")
                .text()
                .contains("Alerts are off"));
        assertFalse("the secret stands nowhere", kontor.log().contains(SECRET));
    }

    private static JsonNode find(JsonNode items, String subject) {
        for (JsonNode item : items) {
            if (item.path("subject").asText().equals(subject)) {
                return item;
            }
        }
        throw new AssertionError(subject + " in " + items);
    }

    private static List<String> mails(GreenMail server, String word) {
        return Arrays.stream(server.getReceivedMessages())
                .map(BadDayIT::subject)
                .filter(subject -> subject.contains(word))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (javax.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Posted> about(List<Posted> posted, String subject) {
        return posted.stream()
                .filter(one -> one.body().path("subject").asText().equals(subject))
                .toList();
    }

    private static void replace(Path file, String text) throws Exception {
        Path fresh = Files.writeString(file.resolveSibling("alerts.tmp"), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
