/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

/** The descriptions are open to everybody, and nothing else is. */
@Shows({"V1", "V2", "X2"})
public class DescriptionsIT {
    private static final String OPENAPI = "/kontor/api/v1/openapi.json";
    private static final String WSDL = "/kontor/soap/v1/customers?wsdl";
    private Api api;

    @Before
    public void start() throws Exception {
        api = Shared.H2.get().api();
    }

    @Test
    public void openApiTellsOfEveryOperation() throws Exception {
        Api.Answer answer = api.anonymous("GET", OPENAPI);
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type"), answer.header("Content-Type").startsWith("application/json"));
        JsonNode description = answer.json();
        assertTrue(
                description.path("openapi").asText(),
                description.path("openapi").asText().matches("3\\.[01]\\.\\d+"));
        assertTrue(description.path("info").hasNonNull("title")
                && description.path("info").hasNonNull("version"));
        assertEquals(
                "/kontor/api/v1",
                description.path("servers").path(0).path("url").asText());
        assertEquals(
                "basic",
                description
                        .path("components")
                        .path("securitySchemes")
                        .path("basic")
                        .path("scheme")
                        .asText());

        Set<String> told = new TreeSet<>();
        Set<String> ids = new HashSet<>();
        for (Iterator<Map.Entry<String, JsonNode>> paths =
                        description.path("paths").fields();
                paths.hasNext(); ) {
            Map.Entry<String, JsonNode> path = paths.next();
            path.getValue().fields().forEachRemaining(operation -> {
                String name = operation.getKey() + " " + path.getKey();
                told.add(name);
                assertTrue(
                        name, ids.add(operation.getValue().path("operationId").asText(name)));
                assertTrue(
                        name + " has no answer",
                        operation.getValue().path("responses").size() > 0);
                assertTrue(name + " has no summary", operation.getValue().hasNonNull("summary"));
                if (path.getKey().contains("{id}")) {
                    assertTrue(
                            name + " does not tell of its id",
                            operation
                                    .getValue()
                                    .path("parameters")
                                    .findValuesAsText("name")
                                    .contains("id"));
                }
            });
        }
        assertEquals("docs/roles.md", new TreeSet<>(RolesPage.rest().keySet()), told);
        for (JsonNode reference : description.findValues("$ref")) {
            assertTrue(reference.asText(), reference.asText().startsWith("#/"));
            assertTrue(
                    reference.asText(),
                    !description.at(reference.asText().substring(1)).isMissingNode());
        }
    }

    @Test
    public void theWsdlStandsAlone() throws Exception {
        Api.Answer answer = api.anonymous("GET", WSDL);
        assertEquals(200, answer.status());
        Document wsdl = Soap.parse(answer.text());
        assertEquals(Soap.NAMESPACE, wsdl.getDocumentElement().getAttribute("targetNamespace"));
        assertEquals(0, wsdl.getElementsByTagNameNS("*", "import").getLength());
        assertEquals(0, wsdl.getElementsByTagNameNS("*", "include").getLength());
        Element address = (Element) wsdl.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/soap/", "address")
                .item(0);
        assertNotNull(address);
        assertEquals("http://127.0.0.1:" + api.port() + "/kontor/soap/v1/customers", address.getAttribute("location"));
    }

    @Test
    public void everythingElseAsksForASignIn() throws Exception {
        Set<String> asked = new TreeSet<>();
        Set<String> operations = new TreeSet<>(RolesPage.rest().keySet());
        operations.removeAll(RolesPage.open());
        for (String operation : operations) {
            String path = "/kontor/api/v1"
                    + operation
                            .substring(operation.indexOf('/'))
                            .replace("{id}", "01890000-0000-7000-8000-000000000000")
                            .replace("{source}", "erp-export")
                            .replace("{type}", "customer")
                            .replace("{name}", "orders");
            asked.add(operation.substring(0, operation.indexOf(' ')).toUpperCase(java.util.Locale.ROOT) + " " + path);
        }
        asked.addAll(Set.of(
                "POST " + OPENAPI,
                "POST " + WSDL,
                "POST /kontor/soap/v1/customers",
                "GET /kontor/soap/v1/customers",
                "GET /kontor/soap/v1/customers?wsdl&x=1",
                "GET /kontor/soap/v1/customers?x=wsdl",
                "GET /kontor/api/v1/customers?wsdl",
                "GET /kontor/api/v1/customers;/openapi.json",
                "GET /kontor/api/v1/openapi.json/../customers",
                "GET /kontor/api/v1/openapi.json;/../customers",
                "GET /kontor/api/v1/openapi.json%2f..%2fcustomers",
                "POST /kontor/api/v1/docs/",
                "GET /kontor/api/v1/docs/../customers",
                "GET /kontor/api/v1/docs/x;/../../customers",
                "GET /kontor/api/v1/docs%2f..%2fcustomers",
                "GET /kontor/api/v1",
                "GET /kontor/nothing",
                "OPTIONS /kontor/api/v1/customers",
                "HEAD /kontor/api/v1/customers"));
        Wire nobody = new Wire(api.port(), null);
        for (String one : asked) {
            int space = one.indexOf(' ');
            Api.Answer answer = nobody.send(one.substring(0, space), one.substring(space + 1), new byte[0]);
            assertEquals(one + answer.text(), 401, answer.status());
            assertEquals(one, "Basic realm=\"Kontor\", charset=\"UTF-8\"", answer.header("WWW-Authenticate"));
            assertEquals(one, "application/problem+json", answer.header("Content-Type"));
            if (!one.startsWith("HEAD")) {
                assertEquals(one, "unauthenticated", answer.problem());
            }
        }
    }
}
