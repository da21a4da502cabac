/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

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

/** A partner, its lab, and a group of its people, by REST and at the shell; on both databases. */
@RunWith(Parameterized.class)
@Shows({"A8", "P6", "P7"})
public class LabsIT {
    private static final String PASSWORD = "correct horse battery";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private String word;
    private String north;
    private String lab;
    private Api paula;
    private Api sam;
    private String samId;

    @Before
    public void partner() throws Exception {
        kontor = shared.get();
        word = Unique.word("lab");
        JsonNode opened = ok(
                201,
                kontor.api(),
                null,
                "POST",
                "/openings",
                "{\"customer\":{\"name\":\"" + word + "\"},\"account\":{\"type\":\"PARTNER\",\"code\":\"" + word
                        + "\",\"name\":\"" + word + "\"},\"administrators\":{\"who\":\"ME\"}}");
        north = opened.at("/account/id").asText();
        lab = opened.at("/lab/id").asText();
        person("paula", "PARTNER_ADMIN");
        paula = new Api(kontor.port, "paula" + word, PASSWORD);
        samId = person("sam", "READ_ONLY");
        sam = new Api(kontor.port, "sam" + word, PASSWORD);
    }

    private String person(String name, String role) throws Exception {
        return ok(
                        201,
                        kontor.api(),
                        north,
                        "POST",
                        "/people",
                        "{\"login\":\"" + name + word + "\",\"name\":\"" + name + "\",\"roles\":[\"" + role
                                + "\"],\"password\":\"" + PASSWORD + "\"}")
                .path("id")
                .asText();
    }

    private static JsonNode ok(int status, Api api, String account, String method, String path, String json)
            throws Exception {
        Api.Answer answer = in(api, account, method, path, json);
        assertEquals(answer.text(), status, answer.status());
        return status == 204 ? null : answer.json();
    }

    private static Api.Answer in(Api api, String account, String method, String path, String json) throws Exception {
        HttpRequest.Builder request = api.request(path)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("If-Match", "*")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (account != null) {
            request.header("Kontor-Account", account);
        }
        return api.send(request);
    }

    @Test
    public void aLabIsEnteredThroughItsPartner() throws Exception {
        assertEquals(
                List.of(word + " Lab"),
                ok(200, paula, null, "GET", "/accounts?lab=true", null)
                        .path("items")
                        .findValuesAsText("name"));
        ok(201, paula, lab, "POST", "/content", "{\"kind\":\"PROGRAM\",\"name\":\"p\",\"body\":{}}");
        assertEquals(1, ok(200, sam, lab, "GET", "/content", null).path("items").size());
        assertEquals(
                403,
                in(sam, lab, "POST", "/content", "{\"kind\":\"PROGRAM\",\"name\":\"q\",\"body\":{}}")
                        .status());
        // nobody else becomes a member of it
        Api.Answer refused = in(
                paula,
                lab,
                "POST",
                "/people",
                "{\"login\":\"x" + word + "\",\"name\":\"x\",\"roles\":[\"SITE_ADMIN\"]}");
        assertEquals(refused.text(), 400, refused.status());
        assertEquals("lab", refused.json().at("/violations/0/rule").asText());
        assertEquals(403, in(paula, null, "POST", "/accounts", lab("Second")).status());
        ok(201, kontor.api(), north, "POST", "/accounts", lab("Second"));
        assertEquals(
                List.of(word, word + " Lab", word + " Second"),
                ok(200, sam, null, "GET", "/me/accounts", null).path("items").findValuesAsText("name"));
        // the switch of one person, and of all
        ok(200, paula, null, "PATCH", "/people/" + samId, "{\"labs\":false}");
        assertEquals(404, in(sam, lab, "GET", "/content", null).status());
        assertEquals(
                1,
                ok(200, paula, null, "POST", "/people/labs", null)
                        .path("opened")
                        .asInt());
        ok(200, sam, lab, "GET", "/content", null);
    }

    private String lab(String name) throws Exception {
        return "{\"type\":\"CUSTOMER\",\"lab\":true,\"name\":\"" + word + " " + name + "\",\"customerId\":\""
                + ok(200, kontor.api(), null, "GET", "/accounts/" + north, null)
                        .path("customerId")
                        .asText()
                + "\"}";
    }

    @Test
    public void aGroupGivesRolesInBoth() throws Exception {
        JsonNode group = ok(
                201,
                paula,
                null,
                "POST",
                "/people/groups",
                "{\"name\":\"Field service\",\"role\":\"CUSTOMER_SUCCESS\",\"labRole\":\"SITE_ADMIN\"}");
        String path = "/people/groups/" + group.path("id").asText();
        assertEquals(403, in(sam, null, "PUT", path + "/members/" + samId, null).status());
        ok(204, paula, null, "PUT", path + "/members/" + samId, null);
        assertEquals(
                List.of("sam" + word),
                ok(200, paula, null, "GET", "/people?group=" + group.path("id").asText(), null)
                        .path("items")
                        .findValuesAsText("login"));
        ok(201, sam, lab, "POST", "/content", "{\"kind\":\"PROGRAM\",\"name\":\"q\",\"body\":{}}");
        ok(201, sam, null, "POST", "/customers", "{\"name\":\"" + word + " Customer\"}");
        ok(200, paula, null, "PATCH", path, "{\"role\":\"SUPPORT\",\"labRole\":null}");
        assertEquals(
                403, in(sam, null, "POST", "/customers", "{\"name\":\"No\"}").status());
        ok(204, paula, null, "DELETE", path + "/members/" + samId, null);
        ok(204, paula, null, "DELETE", path, null);
        assertEquals(404, in(paula, null, "GET", path, null).status());
    }

    @Test
    public void theShellDoesTheSame() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String there = " --account " + word + " ";
            String group = "\"Field service\"";
            said(ssh, "kontor:group-create" + there + "--role support --lab-role site_admin " + group, "group-add");
            said(ssh, "kontor:group-add" + there + group + " sam" + word, "1 member now");
            said(ssh, "kontor:group-list" + there, "site_admin");
            said(ssh, "kontor:person-list" + there + "--group " + group, "sam" + word);
            said(ssh, "kontor:group-change" + there + "--lab-role none " + group, "version 2");
            said(ssh, "kontor:person-change" + there + "--labs false sam" + word, "changed");
            said(ssh, "kontor:labs-open" + there, "1 member more reaches");
            said(ssh, "kontor:group-remove" + there + group + " sam" + word, "0 members now");
            said(ssh, "kontor:group-delete" + there + group, "deleted");
            said(ssh, "kontor:account-tree " + word, "CUSTOMER, lab");
        }
    }

    private static void said(Ssh ssh, String command, String expected) throws Exception {
        Ssh.Said said = ssh.run(command);
        assertEquals(said.text(), 0, said.status());
        assertTrue(said.text(), said.text().contains(expected));
    }
}
