/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.xml.ws.BindingProvider;
import javax.xml.ws.handler.MessageContext;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.account.Account;
import org.kontor.itests.client.soap.RecordsPortType;
import org.kontor.itests.client.soap.RecordsService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** A person makes tokens for programs, and programs come in with them, by REST and SOAP, on both databases. */
@RunWith(Parameterized.class)
@Shows({"X2", "V1", "V2"})
public class TokensIT {
    private static final String API = "/kontor/api/v1";
    private static final String TOKENS = API + "/me/tokens";
    private static final String FIND = Soap.envelope("<find/>");
    private static final String JSON = "Content-Type: application/json";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private KontorProcess kontor;
    private Ssh ssh;
    private String word;
    private Api person;

    @Before
    public void aPerson() throws Exception {
        kontor = shared.get();
        ssh = new Ssh(kontor.sshPort);
        word = Unique.word("token");
        Ssh.Said added = ssh.run("kontor:user-add --json --generate --role super_admin --role partner_admin " + word);
        person = new Api(kontor.port, word, added.json().path("password").asText());
    }

    @After
    public void close() {
        ssh.close();
    }

    private JsonNode make(String scope) throws Exception {
        return person.made("/me/tokens", "{\"name\":\"ERP " + word + "\",\"scope\":\"" + scope + "\"}");
    }

    /** A program that has nothing but the token. */
    private Wire program(JsonNode issued) {
        return new Wire(kontor.port, "Bearer " + issued.path("secret").asText());
    }

    private static Api.Answer get(Wire program, String path) throws Exception {
        return program.send("GET", API + path, new byte[0]);
    }

    private static Api.Answer post(Wire program, String path, String json) throws Exception {
        return program.send("POST", API + path, json.getBytes(StandardCharsets.UTF_8), JSON);
    }

    private static Api.Answer soap(Wire program, String envelope) throws Exception {
        return program.send(
                "POST",
                "/kontor/soap/v1/customers",
                envelope.getBytes(StandardCharsets.UTF_8),
                "Content-Type: text/xml; charset=utf-8",
                "SOAPAction: \"\"");
    }

    @Test
    public void aTokenIsShownOnceAndSignsAProgramIn() throws Exception {
        Api.Answer answer =
                person.post("/me/tokens", "{\"name\":\" ERP \",\"scope\":\"read\",\"expires\":\"" + soon() + "\"}");
        assertEquals(answer.text(), 201, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        JsonNode issued = answer.json();
        String place = answer.header("Location");
        assertTrue(place, place.endsWith(TOKENS + "/" + issued.at("/token/id").asText()));
        String secret = issued.path("secret").asText();
        assertTrue(secret, secret.startsWith("kontor_"));
        assertEquals("ERP", issued.at("/token/name").asText());
        assertEquals("READ", issued.at("/token/scope").asText());
        assertEquals(word, issued.at("/token/owner").asText());
        assertEquals(soon(), issued.at("/token/expires").asText());

        Wire program = program(issued);
        assertEquals(
                "{\"name\":\"" + word + "\",\"account\":\"" + Account.OPERATOR
                        + "\",\"roles\":[\"READ_ONLY\"],\"member\":true}",
                get(program, "/me").text());
        assertEquals(200, get(program, "/customers?limit=1").status());
        assertEquals(200, soap(program, FIND).status());
        assertEquals(200, get(new Wire(kontor.port, "bearer  " + secret), "/me").status());

        Api.Answer list = person.get("/me/tokens");
        assertFalse(list.text(), list.text().contains(secret.substring(7)));
        assertEquals(issued.at("/token/id"), list.json().at("/items/0/id"));
        assertTrue(list.text(), list.json().at("/items/0").hasNonNull("lastUsed"));
        assertFalse("the secret in the log", kontor.log().contains(secret.substring(7)));
    }

    private static String soon() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30) + "T00:00:00Z";
    }

    /** As docs/soap.md shows it. */
    @Test
    public void aSoapClientSendsItAsAHeader() throws Exception {
        String secret = make("WRITE").path("secret").asText();
        RecordsPortType records = new RecordsService(
                        new URL("http://localhost:" + kontor.port + "/kontor/soap/v1/records?wsdl"))
                .getRecords();
        Map<String, Object> context = ((BindingProvider) records).getRequestContext();
        context.put(MessageContext.HTTP_REQUEST_HEADERS, Map.of("Authorization", List.of("Bearer " + secret)));
        person.made("/customers", "{\"code\":\"" + word + "\",\"name\":\"By token\"}");
        assertEquals("By token", records.getCustomer(null, word).getName());
    }

    @Test
    @Shows({"P6", "U1"})
    public void aScopeSaysWhatAProgramMayDo() throws Exception {
        String customer = "{\"code\":\"" + word + "\",\"name\":\"" + word + "\"}";
        String create = Soap.envelope("<create><customer><name>" + word + "</name></customer></create>");
        Wire reading = program(make("READ"));
        Api.Answer refused = post(reading, "/customers", customer);
        assertEquals("403 access_denied", refused.status() + " " + refused.problem());
        Api.Answer bulk = reading.send(
                "POST",
                API + "/customers:bulk",
                customer.getBytes(StandardCharsets.UTF_8),
                "Content-Type: application/x-ndjson");
        assertEquals("403 access_denied", bulk.status() + " " + bulk.problem());
        assertEquals("access_denied", Soap.fault(soap(reading, create)));
        assertEquals(0, person.all("/customers?q=" + word).size());

        Wire writing = program(make("WRITE"));
        Api.Answer made = post(writing, "/customers", customer);
        assertEquals(made.text(), 201, made.status());
        assertEquals(word, made.json().at("/created/by").asText());
        assertEquals(200, soap(writing, create).status());
        assertEquals(2, person.all("/customers?q=" + word).size());

        // What looks after the installation takes all of the owner's roles.
        String retry = "{\"connection\":\"" + word + "\"}";
        assertEquals(200, person.post("/unsent/retry", retry).status());
        assertEquals(403, post(reading, "/unsent/retry", retry).status());
        assertEquals(403, post(writing, "/unsent/retry", retry).status());
        assertEquals(200, post(program(make("FULL")), "/unsent/retry", retry).status());
    }

    @Test
    public void aTokenMakesNoTokensAndChangesNoPassword() throws Exception {
        JsonNode issued = make("FULL");
        Wire program = program(issued);
        String id = issued.at("/token/id").asText();
        String change = "{\"current\":\"" + person.password() + "\",\"replacement\":\"another one, by a thief\"}";
        for (Api.Answer answer : List.of(
                get(program, "/me/tokens"),
                post(program, "/me/tokens", "{\"name\":\"more\",\"scope\":\"full\"}"),
                program.send("DELETE", TOKENS + "/" + id, new byte[0]),
                program.send("PUT", API + "/me/password", change.getBytes(StandardCharsets.UTF_8), JSON))) {
            assertEquals("403 access_denied", answer.status() + " " + answer.problem());
        }
        // nor by the ways of those who look after people
        String self = API + "/people/"
                + kontor.api().get("/people?q=" + word).json().at("/items/0/id").asText();
        Api.Answer set = program.send("POST", self + "/password", "{}".getBytes(StandardCharsets.UTF_8), JSON);
        assertEquals("403 access_denied", set.status() + " " + set.problem());
        assertEquals(200, person.get("/me").status());
        assertEquals(200, get(program, "/me").status());
        assertEquals(1, person.get("/me/tokens").json().path("items").size());
    }

    @Test
    public void aRevokedTokenIsOutAtOnceAndLooksLikeOneThatNeverWas() throws Exception {
        JsonNode issued = make("FULL");
        Wire program = program(issued);
        assertEquals(200, get(program, "/me").status());
        String path = "/me/tokens/" + issued.at("/token/id").asText();
        Api stranger = kontor.api();
        assertEquals(
                404,
                revoke(person, "/me/tokens/01890000-0000-7000-8000-000000000000")
                        .status());
        assertEquals(404, revoke(person, "/me/tokens/nothing").status());
        assertEquals(200, get(program, "/me").status());
        // The first administrator may end it, too.
        assertEquals(204, revoke(stranger, path).status());
        assertEquals(204, revoke(person, path).status());

        Api.Answer revoked = get(program, "/me");
        Api.Answer unknown = get(new Wire(kontor.port, "Bearer kontor_" + "A".repeat(43)), "/me");
        Api.Answer nonsense = get(new Wire(kontor.port, "Bearer x"), "/me");
        for (Api.Answer answer : List.of(revoked, unknown, nonsense)) {
            assertEquals("401 unauthenticated", answer.status() + " " + answer.problem());
            assertEquals("Bearer realm=\"Kontor\", error=\"invalid_token\"", answer.header("WWW-Authenticate"));
            assertEquals(revoked.json().path("detail"), answer.json().path("detail"));
        }
        assertEquals(401, soap(program, FIND).status());
        // A secret is no password.
        assertEquals(
                401,
                new Api(kontor.port, word, make("READ").path("secret").asText())
                        .get("/me")
                        .status());
    }

    private static Api.Answer revoke(Api api, String path) throws Exception {
        return api.send(api.request(path).DELETE());
    }

    @Test
    public void whatIsWrongIsToldByFieldAndRule() throws Exception {
        assertEquals(
                "invalid_input name required, scope required",
                person.post("/me/tokens", "{}").problem());
        assertEquals(
                "invalid_input scope unknown_choice",
                person.post("/me/tokens", "{\"name\":\"x\",\"scope\":\"king\"}").problem());
        assertEquals(
                "invalid_input expires out_of_range",
                person.post("/me/tokens", "{\"name\":\"x\",\"scope\":\"READ\",\"expires\":\"2020-01-01T00:00:00Z\"}")
                        .problem());
        assertEquals(
                "invalid_input expires malformed_time",
                person.post("/me/tokens", "{\"name\":\"x\",\"scope\":\"READ\",\"expires\":\"soon\"}")
                        .problem());
        assertEquals(
                "invalid_input name wrong_type",
                person.post("/me/tokens", "{\"name\":1,\"scope\":\"READ\"}").problem());
        assertEquals(0, person.get("/me/tokens").json().path("items").size());
    }
}
