/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.account.AccountType;
import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Every operation, called with every role: what docs/roles.md does not allow is refused, and nothing else is. */
@Shows({"P6", "X2"})
public class RolesIT {
    private static final String NOWHERE = "01890000-0000-7000-8000-000000000000";
    private static KontorProcess kontor;
    /** Of the operator. */
    private static Map<Role, Api> people;
    /** Of a partner. */
    private static Map<Role, Api> partners;

    private static String partner;

    /** Somebody of each role. */
    @BeforeClass
    public static void add() throws Exception {
        kontor = Shared.H2.get();
        people = new EnumMap<>(Role.class);
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            for (Role role : Role.values()) {
                String login = Unique.word("role");
                Ssh.Said said = ssh.run("kontor:user-add --json --generate --role "
                        + role.name().toLowerCase(Locale.ROOT) + " " + login);
                assertEquals(said.text(), 0, said.status());
                people.put(
                        role,
                        new Api(kontor.port, login, said.json().path("password").asText()));
            }
        }
        partner = opened();
        partners = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role.isHeldIn(AccountType.PARTNER)) {
                partners.put(role, member(role));
            }
        }
    }

    private static String opened() throws Exception {
        String name = Unique.word("partner");
        Api.Answer opened = kontor.api()
                .send(kontor.api()
                        .request("/openings")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"customer\":{\"name\":\"" + name
                                + "\"},\"account\":{\"type\":\"PARTNER\",\"name\":\"" + name
                                + "\"},\"administrators\":{\"who\":\"ME\"}}")));
        assertEquals(opened.text(), 201, opened.status());
        return opened.json().at("/account/id").asText();
    }

    private static Api member(Role role) throws Exception {
        String login = Unique.word("member");
        Api.Answer made = kontor.api()
                .send(kontor.api()
                        .request("/people")
                        .header("Kontor-Account", partner)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"login\":\"" + login + "\",\"name\":\"" + login
                                + "\",\"roles\":[\"" + role + "\"]}")));
        assertEquals(made.text(), 201, made.status());
        return new Api(kontor.port, login, made.json().path("password").asText());
    }

    @AfterClass
    public static void forget() {
        people = null;
        partners = null;
    }

    @Test
    public void theTableIsThatOfTheCode() throws Exception {
        assertEquals(RolesPage.rolesOfCode(), RolesPage.roles());
    }

    @Test
    public void theTableNamesEveryOperationOfSoap() throws Exception {
        Set<String> told = new TreeSet<>();
        for (String service : List.of("customers", "records")) {
            String wsdl = kontor.api()
                    .anonymous("GET", "/kontor/soap/v1/" + service + "?wsdl")
                    .text();
            new FuzzedXml(wsdl, new Nasty(1), List.of(NOWHERE))
                    .operations()
                    .forEach(one -> told.add(service + " " + one));
        }
        assertEquals(told, new TreeSet<>(RolesPage.soap().keySet()));
    }

    @Test
    public void everyOperationOfRest() throws Exception {
        JsonNode paths = kontor.api()
                .anonymous("GET", "/kontor/api/v1/openapi.json")
                .json()
                .path("paths");
        List<String> wrong = new ArrayList<>();
        Set<String> installation = RolesPage.ofTheInstallation();
        Set<String> open = RolesPage.open();
        for (Map.Entry<String, Optional<Permission>> row : RolesPage.rest().entrySet()) {
            if (open.contains(row.getKey())) {
                continue;
            }
            String method = row.getKey().substring(0, row.getKey().indexOf(' '));
            String path = row.getKey().substring(method.length() + 1);
            JsonNode content = paths.path(path).path(method).path("requestBody").path("content");
            String type = content.fieldNames().hasNext() ? content.fieldNames().next() : null;
            for (Map.Entry<Role, Api> one : people.entrySet()) {
                Api.Answer answer = call(one.getValue(), method, path, type);
                check(wrong, row.getKey(), one.getKey(), ofTheOperator(row.getValue(), one.getKey()), answer);
            }
            for (Map.Entry<Role, Api> one : partners.entrySet()) {
                Api.Answer answer = call(one.getValue(), method, path, type);
                boolean allowed = !installation.contains(row.getKey())
                        && row.getValue().map(one.getKey()::allows).orElse(true);
                check(wrong, row.getKey() + " of a partner", one.getKey(), allowed, answer);
            }
            int stranger = kontor.api()
                    .anonymous(
                            method.toUpperCase(Locale.ROOT), "/kontor/api/v1" + path.replaceAll("\\{[a-z]+}", NOWHERE))
                    .status();
            if (stranger != 401) {
                wrong.add(row.getKey() + " without a sign-in: " + stranger);
            }
        }
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    /** Who of the operator looks after people looks after the installation. */
    private static boolean ofTheOperator(Optional<Permission> asked, Role role) {
        return asked.map(permission -> permission == Permission.PEOPLE ? Permission.ADMINISTER : permission)
                .map(role::allows)
                .orElse(true);
    }

    private static Api.Answer call(Api api, String method, String path, String type) throws Exception {
        HttpRequest.Builder request = api.request(path.replace("{id}", NOWHERE)
                        .replace("{source}", "nobody")
                        .replace("{type}", "location")
                        .replace("{name}", "nobody")
                        .replaceAll("\\{[a-z]+}", NOWHERE))
                .header("If-Match", "\"1\"");
        if (type != null) {
            request.header("Content-Type", type.equals("*/*") ? "application/json" : type);
        }
        return api.send(request.method(
                method.toUpperCase(Locale.ROOT),
                type == null ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    @Test
    public void everyOperationOfSoap() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> installation = RolesPage.ofTheInstallation();
        for (Map.Entry<String, Optional<Permission>> row : RolesPage.soap().entrySet()) {
            String service =
                    "/kontor/soap/v1/" + row.getKey().substring(0, row.getKey().indexOf(' '));
            String operation = row.getKey().substring(row.getKey().indexOf(' ') + 1);
            FuzzedXml xml = new FuzzedXml(
                    kontor.api().anonymous("GET", service + "?wsdl").text(), new Nasty(1), List.of(NOWHERE));
            String body = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                    + xml.plain(operation) + "</s:Body></s:Envelope>";
            for (Map.Entry<Role, Api> one : people.entrySet()) {
                Api.Answer answer = soap(service, body, one.getValue());
                check(wrong, row.getKey(), one.getKey(), ofTheOperator(row.getValue(), one.getKey()), answer);
            }
            for (Map.Entry<Role, Api> one : partners.entrySet()) {
                boolean allowed = !installation.contains(row.getKey())
                        && row.getValue().map(one.getKey()::allows).orElse(true);
                Api.Answer answer = soap(service, body, one.getValue());
                check(wrong, row.getKey() + " of a partner", one.getKey(), allowed, answer);
            }
            int stranger = soap(service, body, null).status();
            if (stranger != 401) {
                wrong.add(row.getKey() + " without a sign-in: " + stranger);
            }
        }
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    /** @param api who calls; null for nobody */
    private static Api.Answer soap(String service, String body, Api api) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + kontor.port + service))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString(body));
        if (api != null) {
            request.header("Authorization", api.basic());
        }
        return kontor.api().send(request);
    }

    private static void check(List<String> wrong, String what, Role role, boolean allowed, Api.Answer answer) {
        boolean refused = answer.status() == 403 || answer.text().contains("access_denied");
        boolean sound = answer.status() != 401
                && (answer.status() < 500 || answer.text().contains("Fault>"));
        if (refused == allowed || !sound) {
            wrong.add(what + " as " + role + (allowed ? " is allowed: " : " is not: ") + answer.status() + " "
                    + answer.text().lines().findFirst().orElse(""));
        }
    }
}
