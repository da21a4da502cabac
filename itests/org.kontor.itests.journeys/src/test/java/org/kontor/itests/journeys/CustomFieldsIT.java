/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.w3c.dom.Document;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** Custom fields through every door, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C9", "V1"})
public class CustomFieldsIT {
    private static final String RECORDS = "urn:kontor:records:v1";

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;
    private String word;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
        word = Unique.word("cf");
    }

    private JsonNode declared(String more) throws Exception {
        return api.made("/custom-fields", "{\"record\":\"customer\",\"label\":\"Of " + word + "\"," + more + "}");
    }

    private JsonNode customer(String custom) throws Exception {
        return api.made("/customers", "{\"name\":\"" + word + "\",\"custom\":{" + custom + "}}");
    }

    private List<String> codes(String query) throws Exception {
        Api.Answer answer = api.get("/customers?" + query);
        assertEquals(answer.text(), 200, answer.status());
        return answer.json().path("items").findValuesAsText("code");
    }

    @Test
    public void byRest() throws Exception {
        JsonNode choice = declared("\"key\":\"" + word + "\",\"type\":\"CHOICE\",\"choices\":[\"Retail\"]");
        declared("\"key\":\"" + word + "_n\",\"type\":\"NUMBER\",\"help\":\"Percent.\"");
        assertEquals(
                2,
                api.get("/custom-fields?record=customer").json().path("items").findValuesAsText("label").stream()
                        .filter(label -> label.endsWith(word))
                        .count());

        JsonNode made = customer("\"" + word + "\":\"retail\",\"" + word + "_n\":12.50");
        assertEquals(
                "{\"" + word + "\":\"Retail\",\"" + word + "_n\":12.5}",
                made.path("custom").toString());
        String place = "/customers/" + made.path("id").asText();
        assertEquals(made, api.get(place).json());
        assertEquals(
                "{\"" + word + "\":\"Retail\"}",
                api.get(place + "?fields=custom." + word).json().path("custom").toString());

        Api.Answer changed = api.patch(place, 1, "{\"custom\":{\"" + word + "_n\":null}}");
        assertEquals(
                changed.text(),
                "{\"" + word + "\":\"Retail\"}",
                changed.json().path("custom").toString());
        assertEquals(
                "invalid_input custom." + word + " unknown_choice",
                api.patch(place, 2, "{\"custom\":{\"" + word + "\":\"Nothing\"}}")
                        .problem());
        assertEquals(
                "invalid_input custom.never_declared unknown_field",
                api.patch(place, 2, "{\"custom\":{\"never_declared\":1}}").problem());
        assertEquals(
                "invalid_input custom wrong_type",
                api.patch(place, 2, "{\"custom\":null}").problem());

        List<String> only = List.of(made.path("code").asText());
        assertEquals(only, codes("custom." + word + "=Retail"));
        assertEquals(only, codes("custom." + word + "=RETAIL&q=" + word));
        assertEquals(List.of(), codes("custom." + word + "_n=12.5"));
        assertEquals(
                "invalid_input custom.never_declared unknown_field",
                api.get("/customers?custom.never_declared=1").problem());
        assertEquals(
                "invalid_input custom unknown_parameter",
                api.get("/customers?custom=1").problem());

        JsonNode change = api.get(place + "/audit")
                .json()
                .path("items")
                .path(0)
                .path("changes")
                .path(0);
        assertEquals("custom." + word + "_n", change.path("field").asText());
        assertEquals("12.5", change.path("before").asText());

        String field = "/custom-fields/" + choice.path("id").asText();
        Api.Answer refused =
                api.send(api.request(field).header("If-Match", "\"1\"").DELETE());
        assertEquals("in_use", refused.problem());
        assertTrue(refused.text(), refused.text().contains("1 record has a value"));
        Api.Answer more =
                api.patch(field, 1, "{\"choices\":[\"Retail\",\"Wholesale\"],\"label\":\"Branch " + word + "\"}");
        assertEquals(more.text(), "\"2\"", more.header("ETag"));
        assertEquals(200, api.post(field + "/archive", "").status());
        assertEquals(
                "invalid_input custom." + word + " archived",
                api.patch(place, 2, "{\"custom\":{\"" + word + "\":\"Wholesale\"}}")
                        .problem());
    }

    @Test
    public void inExportsAndBulks() throws Exception {
        declared("\"key\":\"" + word + "\",\"type\":\"FLAG\"");
        Api.Answer bulk = api.send(api.request("/customers:bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(
                        "{\"code\":\"" + word + "\",\"name\":\"" + word + "\",\"custom\":{\"" + word + "\":true}}\n")));
        assertTrue(bulk.text(), bulk.text().contains("\"created\":1"));
        String lines = api.get("/customers/export?q=" + word).text();
        assertTrue(lines, lines.contains("\"custom\":{\"" + word + "\":true}"));
        String csv = api.send(api.request("/customers/export?custom." + word + "=true&fields=code,custom." + word)
                        .header("Accept", "text/csv")
                        .GET())
                .text();
        assertTrue(csv, csv.startsWith("id,version,code,custom." + word + "\r\n"));
        assertTrue(csv, csv.endsWith("," + word + ",true\r\n"));
    }

    @Test
    @Shows("V2")
    public void bySoap() throws Exception {
        declared("\"key\":\"" + word + "\",\"type\":\"NUMBER\"");
        Document made = soap("<createCustomer><customer><name>" + word + "</name><custom><field><key>" + word
                + "</key><value>7.0</value></field></custom></customer></createCustomer>");
        assertEquals("7", Soap.text(made, "value"));
        String id = Soap.text(made, "id");
        Document kept = change(id, 1, "<name>" + word + " again</name>");
        assertEquals("7", Soap.text(kept, "value"));
        Document cleared =
                change(id, 2, "<custom><field><key>" + word + "</key><value xsi:nil='true'/></field></custom>");
        assertEquals(null, Soap.text(cleared, "value"));
        assertTrue(api.get("/customers/" + id).json().path("custom").isMissingNode());
    }

    private Document change(String id, int version, String change) throws Exception {
        return soap("<updateCustomer><id>" + id + "</id><version>" + version + "</version><changes>" + change
                + "</changes></updateCustomer>");
    }

    private Document soap(String body) throws Exception {
        Api.Answer answer = api.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.port() + "/kontor/soap/v1/records"))
                .header("Authorization", api.basic())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofString("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'"
                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns='" + RECORDS + "'><s:Body>"
                        + body + "</s:Body></s:Envelope>")));
        assertEquals(answer.text(), 200, answer.status());
        return Soap.parse(answer.text());
    }

    @Test
    @Shows("V3")
    public void atTheShell() throws Exception {
        declared("\"key\":\"" + word + "\",\"type\":\"TEXT\"");
        try (Ssh ssh = new Ssh(shared.get().sshPort)) {
            Ssh.Said made =
                    ssh.run("kontor:customer-create code=" + word + " name=" + word + " custom." + word + "=North");
            assertEquals(made.text(), 0, made.status());
            String shown = ssh.run("kontor:customer-show " + word).text();
            assertTrue(shown, shown.contains("custom." + word));
            String edited = ssh.run("kontor:customer-edit " + word + " custom." + word + "=South")
                    .text();
            assertTrue(edited, edited.contains("North") && edited.contains("South"));
            JsonNode listed = ssh.run("kontor:customer-list --json custom." + word + "=South")
                    .json();
            assertEquals(
                    "{\"" + word + "\":\"South\"}", listed.at("/items/0/custom").toString());
        }
    }

    @Test
    @Shows("V3")
    public void declaredAtTheShell() throws Exception {
        try (Ssh ssh = new Ssh(shared.get().sshPort)) {
            String field = " customer " + word;
            Ssh.Said declared = ssh.run("kontor:custom-field-declare --label \"Of " + word
                    + "\" --type choice --choice North --choice South --hint \"Where it is.\"" + field);
            assertEquals(declared.text(), 0, declared.status());
            assertTrue(declared.text(), declared.text().contains("custom." + word + "=VALUE"));
            String listed = ssh.run("kontor:custom-field-list customer").text();
            assertTrue(listed, listed.contains("choice: North, South"));
            Ssh.Said taken = ssh.run("kontor:custom-field-declare --label Twice" + field);
            assertEquals(taken.text(), 1, taken.status());
            assertTrue(taken.text(), taken.text().contains("taken"));
            JsonNode changed = ssh.run("kontor:custom-field-change --json --choice West --required true" + field)
                    .json();
            assertEquals(
                    "[\"North\",\"South\",\"West\"]", changed.path("choices").toString());
            assertTrue(changed.toString(), changed.path("required").asBoolean());
            ssh.run("kontor:custom-field-change --required false" + field);

            ssh.run("kontor:customer-create code=" + word + " name=" + word + " custom." + word + "=west");
            Ssh.Said used = ssh.run("kontor:custom-field-delete" + field);
            assertTrue(used.text(), used.text().contains("in_use"));
            String archived = ssh.run("kontor:custom-field-archive" + field).text();
            assertTrue(archived, archived.contains("kontor:custom-field-unarchive customer " + word));
            ssh.run("kontor:custom-field-unarchive" + field);
            ssh.run("kontor:customer-edit " + word + " custom." + word + "=");
            Ssh.Said deleted = ssh.run("kontor:custom-field-delete" + field);
            assertEquals(deleted.text(), 0, deleted.status());
            Ssh.Said gone = ssh.run("kontor:custom-field-archive" + field);
            assertTrue(gone.text(), gone.text().contains("kontor:custom-field-list"));
        }
    }
}
