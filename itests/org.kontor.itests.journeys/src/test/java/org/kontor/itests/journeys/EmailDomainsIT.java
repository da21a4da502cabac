/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.DnsServer;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** Somebody proves an e-mail domain to a real server of the DNS; on both databases. */
@RunWith(Parameterized.class)
@Shows("P8")
public class EmailDomainsIT {
    private static final Duration PROVEN = Duration.ofSeconds(60);
    /** One for each Kontor, whose settings are written once: Karaf may miss what is written while it takes in what was before. */
    private static final Map<KontorProcess, DnsServer> SERVERS = new HashMap<>();

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private DnsServer dns;
    private KontorProcess kontor;
    private String name;

    @Before
    public void aServer() throws Exception {
        kontor = shared.get();
        name = Unique.word("domain") + ".test";
        dns = SERVERS.get(kontor);
        if (dns == null) {
            dns = new DnsServer();
            SERVERS.put(kontor, dns);
            Files.writeString(
                    kontor.karaf.resolve("etc/org.kontor.domains.cfg"),
                    "servers = " + dns.address() + "\ntimeoutSeconds = 3\n");
        }
    }

    @AfterClass
    public static void close() throws Exception {
        for (DnsServer server : SERVERS.values()) {
            server.close();
        }
    }

    private JsonNode prove(String id) throws Exception {
        Api.Answer answer = kontor.api()
                .send(kontor.api().request("/email-domains/" + id + "/prove").POST(BodyPublishers.noBody()));
        assertEquals(answer.text(), 200, answer.status());
        return answer.json();
    }

    @Test
    public void aDomainIsProvenByItsRecord() throws Exception {
        JsonNode added =
                kontor.api().made("/email-domains", "{\"name\":\"" + name.toUpperCase(java.util.Locale.ROOT) + "\"}");
        String id = added.path("id").asText();
        assertEquals("PENDING", added.path("state").asText());
        assertEquals("_kontor." + name, added.path("recordName").asText());
        dns.serve(added.path("recordName").asText() + ",something else");
        // Karaf takes the file in by and by; that there is no record, the machine's own servers say, too
        Await.until(
                "the server is asked",
                PROVEN,
                () -> prove(id).path("problem").asText().equals("OTHER_TEXT"));
        JsonNode other = prove(id);
        assertTrue(other.toString(), other.path("problemText").asText().contains("another text"));
        dns.serve();
        assertEquals("NO_RECORD", prove(id).path("problem").asText());

        dns.serve(
                added.path("recordName").asText() + ",something else",
                added.path("recordName").asText() + ","
                        + added.path("recordText").asText());
        JsonNode proven = prove(id);
        assertEquals(proven.toString(), "PROVEN", proven.path("state").asText());
        assertTrue(proven.toString(), proven.hasNonNull("proven") && !proven.hasNonNull("problem"));

        dns.close();
        JsonNode away = prove(id);
        assertEquals("PROVEN", away.path("state").asText());
        assertEquals("UNREACHABLE", away.path("problem").asText());
        String audit = kontor.api().get("/audit").text();
        assertTrue(audit, audit.contains(id));
        assertEquals(
                204,
                kontor.api()
                        .send(kontor.api().request("/email-domains/" + id).DELETE())
                        .status());
        assertEquals(
                404,
                kontor.api()
                        .send(kontor.api().request("/email-domains/" + id).DELETE())
                        .status());
    }

    @Test
    public void theShellSaysWhatToDo() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            Ssh.Said added = ssh.run("kontor:domain-add " + name);
            assertEquals(added.text(), 0, added.status());
            assertTrue(added.text(), added.text().contains("_kontor." + name + " TXT \"kontor-domain="));
            assertTrue(ssh.run("kontor:domain-list").text().contains(name));
            String text = ssh.run("kontor:domain-list --json")
                    .text()
                    .replaceAll("(?s).*\"" + name + "\".*?(kontor-domain=[A-Za-z0-9_-]+).*", "$1");
            dns.serve("_kontor." + name + "," + text);
            Await.until("proven", PROVEN, () -> ssh.run("kontor:domain-prove " + name)
                    .text()
                    .contains("is proven since"));
            assertEquals(0, ssh.run("kontor:domain-remove " + name).status());
            Ssh.Said gone = ssh.run("kontor:domain-prove " + name);
            assertEquals(gone.text(), 1, gone.status());
        }
    }
}
