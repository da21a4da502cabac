/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

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

/** A provider and a supporter come into a customer's account and leave it, by REST and at the shell; on both databases. */
@RunWith(Parameterized.class)
@Shows({"A9", "A10", "A15", "P6", "U1"})
public class ProvidersIT {
    private static final String PASSWORD = "correct horse battery";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private String word;
    private Api admin;
    private String north;
    private String south;
    private String miller;
    /** Of the partner above, without being let in. */
    private Api carl;
    /** Administrator of the customer's account. */
    private Api mia;
    /** Administrator of the provider. */
    private Api sara;

    @Before
    public void accountsAndPeople() throws Exception {
        kontor = shared.get();
        word = Unique.word("msp");
        admin = kontor.api();
        north = opened(admin, "PARTNER", "North");
        south = opened(admin, "PARTNER", "South");
        Api paula = person(admin, north, "paula", "PARTNER_ADMIN");
        carl = person(admin, north, "carl", "CUSTOMER_SUCCESS");
        sara = person(admin, south, "sara", "PARTNER_ADMIN");
        miller = opened(paula, "CUSTOMER", "Miller");
        mia = person(paula, miller, "mia", "ACCOUNT_ADMIN");
    }

    private static Api.Answer in(Api api, String account, String method, String path, String json) throws Exception {
        HttpRequest.Builder request = api.request(path)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (account != null) {
            request.header("Kontor-Account", account);
        }
        return api.send(request);
    }

    private static JsonNode done(int status, Api.Answer answer) {
        assertEquals(answer.text(), status, answer.status());
        return answer.json();
    }

    private String wanted(String type, String name, String administrators) {
        return "{\"customer\":{\"name\":\"" + name + " " + word + "\"},\"account\":{\"type\":\"" + type
                + "\",\"name\":\"" + name + " " + word + "\"},\"administrators\":" + administrators + "}";
    }

    private String opened(Api api, String type, String name) throws Exception {
        return done(201, in(api, null, "POST", "/openings", wanted(type, name, "{\"who\":\"ME\"}")))
                .at("/account/id")
                .asText();
    }

    private Api person(Api by, String account, String name, String role) throws Exception {
        String login = name + word;
        done(
                201,
                in(
                        by,
                        account,
                        "POST",
                        "/people",
                        "{\"login\":\"" + login + "\",\"name\":\"" + name + "\",\"roles\":[\"" + role
                                + "\"],\"password\":\"" + PASSWORD + "\"}"));
        return new Api(kontor.port, login, PASSWORD);
    }

    private static String program(String name) {
        return "{\"kind\":\"PROGRAM\",\"name\":\"" + name + "\",\"body\":{}}";
    }

    @Test
    public void aProviderLooksAfterOneAccount() throws Exception {
        assertEquals(404, in(sara, miller, "GET", "/content", null).status());
        JsonNode asked = done(201, in(mia, null, "POST", "/msp-links", "{\"provider\":\"" + south + "\"}"));
        String link = "/msp-links/" + asked.path("id").asText();
        assertEquals("PROVIDER", asked.at("/waitsFor/0").asText());
        assertEquals(403, in(mia, null, "POST", link + "/accept", null).status());
        assertEquals(404, in(carl, south, "GET", link, null).status());
        assertEquals(
                "Miller " + word,
                done(200, in(sara, null, "GET", "/msp-links?state=requested", null))
                        .at("/items/0/account/name")
                        .asText());
        assertEquals(
                "ACTIVE",
                done(200, in(sara, null, "POST", link + "/accept", null))
                        .path("state")
                        .asText());
        assertEquals(
                "already_decided",
                in(sara, null, "POST", link + "/decline", null).problem());

        String made = done(201, in(sara, miller, "POST", "/content", program("by sara")))
                .path("id")
                .asText();
        assertEquals(200, in(mia, null, "GET", "/content/" + made, null).status());
        assertEquals(200, in(sara, miller, "GET", "/people", null).status());
        done(200, in(sara, miller, "PUT", "/accounts/" + miller + "/plan-choice", "{\"kind\":\"TRIAL\"}"));
        assertEquals(404, in(sara, miller, "GET", "/accounts/" + north, null).status());
        assertEquals(404, in(sara, north, "GET", "/accounts", null).status());
        assertEquals(
                1,
                done(200, in(sara, miller, "GET", "/accounts", null))
                        .path("items")
                        .size());
        assertEquals(404, in(sara, null, "GET", "/accounts/" + miller, null).status());

        assertEquals(
                "REVOKED",
                done(200, in(mia, null, "POST", link + "/revoke", null))
                        .path("state")
                        .asText());
        assertEquals(404, in(sara, miller, "GET", "/content", null).status());
    }

    @Test
    public void aPartnerInvitesCustomersUnderAnother() throws Exception {
        JsonNode given = done(200, in(admin, north, "POST", "/invite-permissions", "{\"inviter\":\"" + south + "\"}"));
        String permission = "/invite-permissions/" + given.path("id").asText();
        assertEquals(
                "North " + word,
                done(200, in(sara, null, "GET", "/invite-permissions?received=true", null))
                        .at("/items/0/partner/name")
                        .asText());
        String wanted = wanted(
                "CUSTOMER",
                "Carter",
                "{\"who\":\"CUSTOMER\",\"name\":\"Cleo\",\"email\":\"cleo." + word + "@example.com\"}");
        JsonNode review = done(200, in(sara, null, "POST", permission + "/openings?dryRun=true", wanted));
        assertEquals("invitation", review.at("/mails/0/kind").asText());
        String key = Unique.word("key");
        Api.Answer first = sara.send(sara.request(permission + "/openings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(wanted)));
        Api.Answer again = sara.send(sara.request(permission + "/openings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(wanted)));
        JsonNode opened = done(201, first);
        assertEquals(first.json(), again.json());
        assertEquals("ACTIVE", opened.at("/link/state").asText());
        String account = opened.at("/account/id").asText();
        assertEquals(200, in(sara, account, "GET", "/content", null).status());
        assertEquals(200, in(carl, null, "GET", "/accounts/" + account, null).status());
        assertEquals(204, in(admin, north, "DELETE", permission, null).status());
        assertEquals(
                404, in(sara, null, "POST", permission + "/openings", wanted).status());
    }

    @Test
    public void aSupporterComesForSomeTime() throws Exception {
        assertEquals(404, in(carl, miller, "GET", "/content", null).status());
        Api.Answer odd = in(carl, null, "POST", "/support-sessions", "{\"account\":\"" + miller + "\",\"minutes\":5}");
        assertEquals(odd.text(), 400, odd.status());
        assertTrue(odd.text(), odd.text().contains("reason") && odd.text().contains("minutes"));
        JsonNode asked = done(
                201,
                in(
                        carl,
                        null,
                        "POST",
                        "/support-sessions",
                        "{\"account\":\"" + miller + "\",\"reason\":\"It leaks.\",\"role\":\"SITE_ADMIN\"}"));
        String session = "/support-sessions/" + asked.path("id").asText();
        assertEquals(403, in(carl, null, "POST", session + "/grant", null).status());
        assertEquals(
                "It leaks.",
                done(200, in(mia, null, "GET", "/support-sessions?state=requested", null))
                        .at("/items/0/reason")
                        .asText());
        assertEquals(
                "ACTIVE",
                done(200, in(mia, null, "POST", session + "/grant", null))
                        .path("state")
                        .asText());
        String made = done(201, in(carl, miller, "POST", "/content", program("mended")))
                .path("id")
                .asText();
        JsonNode entry =
                done(200, in(mia, null, "GET", "/audit?record=" + made, null)).at("/items/0");
        assertEquals(carl.user(), entry.path("actor").asText());
        assertEquals(mia.user(), entry.path("onBehalfOf").asText());
        assertEquals(
                "ENDED",
                done(200, in(mia, null, "POST", session + "/end", null))
                        .path("state")
                        .asText());
        assertEquals(404, in(carl, miller, "GET", "/content/" + made, null).status());
    }

    private static Ssh.Said well(Ssh ssh, String command) throws Exception {
        Ssh.Said said = ssh.run(command);
        assertEquals(said.text(), 0, said.status());
        return said;
    }

    @Test
    public void atTheShell() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String atNorth = " --account " + north + " ";
            String atSouth = " --account " + south + " ";
            String inMiller = " --account " + miller + " ";
            assertTrue(ssh.run("kontor:content-list" + inMiller).text().contains("not_found"));
            String session = well(
                            ssh,
                            "kontor:support-session-request --json --minutes 15 --role site_admin" + atNorth + miller
                                    + " \"It leaks.\"")
                    .json()
                    .path("id")
                    .asText();
            done(200, in(mia, null, "POST", "/support-sessions/" + session + "/grant", null));
            well(ssh, "kontor:content-list" + inMiller);
            well(ssh, "kontor:customer-create" + inMiller + "\"name=Client " + word + "\"");
            String audit = well(ssh, "kontor:audit" + inMiller).text();
            assertTrue(audit, audit.replaceAll("\\s+", " ").contains("admin for"));
            assertTrue(well(ssh, "kontor:support-session-list --state active" + atNorth)
                    .text()
                    .contains(session));
            assertTrue(well(ssh, "kontor:support-session-end" + atNorth + session)
                    .text()
                    .contains("ended"));
            assertTrue(ssh.run("kontor:content-list" + inMiller).text().contains("not_found"));

            String link = well(ssh, "kontor:msp-link-request --json" + atSouth + "--of " + miller)
                    .json()
                    .path("id")
                    .asText();
            assertTrue(well(ssh, "kontor:msp-link-show" + atSouth + link).text().contains("waits for"));
            done(200, in(mia, null, "POST", "/msp-links/" + link + "/accept", null));
            well(ssh, "kontor:content-list" + inMiller);
            assertTrue(well(ssh, "kontor:msp-link-list --state active" + atSouth)
                    .text()
                    .contains(miller));
            assertTrue(
                    well(ssh, "kontor:msp-link-revoke" + atSouth + link).text().contains("revoked"));
            assertTrue(ssh.run("kontor:msp-link-accept" + atSouth + link).text().contains("already_decided"));
            assertTrue(ssh.run("kontor:content-list" + inMiller).text().contains("not_found"));

            String permission = well(ssh, "kontor:invite-permission-give --json" + atNorth + south)
                    .json()
                    .path("id")
                    .asText();
            Ssh.Said opened = well(
                    ssh,
                    "kontor:account-open --json --permission " + permission + atSouth
                            + "--admin-name Dora --admin-email dora." + word + "@example.com type=CUSTOMER \"name=Dean "
                            + word + "\" \"customer.name=Dean " + word + "\"");
            assertEquals("ACTIVE", opened.json().at("/link/state").asText());
            assertTrue(
                    well(ssh, "kontor:invite-permission-list" + atNorth).text().contains(permission));
            well(ssh, "kontor:invite-permission-take" + atNorth + permission);
            assertTrue(ssh.run("kontor:invite-permission-take" + atNorth + permission)
                    .text()
                    .contains("not_found"));
        }
    }
}
