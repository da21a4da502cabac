/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.util.Set;
import java.util.function.Consumer;

import org.junit.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** REST v1 only grows; and what breaks a client is found, tried with edits that do. */
@Shows("V5")
public class OpenApiGrowsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BEFORE = Released.read(Released.OPENAPI);

    private static Set<String> breaks(Consumer<ObjectNode> edit) throws Exception {
        ObjectNode after = (ObjectNode) MAPPER.readTree(BEFORE);
        edit.accept(after);
        return OpenApiBreaks.between(BEFORE, after.toString());
    }

    private static void breaks(String expected, Consumer<ObjectNode> edit) throws Exception {
        assertEquals(expected, String.join("\n", breaks(edit)));
    }

    private static void fits(Consumer<ObjectNode> edit) throws Exception {
        breaks("", edit);
    }

    private static ObjectNode schema(ObjectNode api, String name) {
        return (ObjectNode) api.path("components").path("schemas").path(name);
    }

    private static ObjectNode property(ObjectNode api, String schema, String name) {
        return (ObjectNode) schema(api, schema).path("properties").path(name);
    }

    private static ObjectNode operation(ObjectNode api, String path, String method) {
        return (ObjectNode) api.path("paths").path(path).path(method);
    }

    private static ObjectNode parameter(ObjectNode api, String path, String name) {
        for (var parameter : operation(api, path, "get").path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return (ObjectNode) parameter;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    public void nothingBreaksThatWasReleased() {
        assertEquals(
                "REST v1 may only grow. These break clients of the last release",
                "",
                String.join("\n", OpenApiBreaks.between(BEFORE, Released.read(Released.OPENAPI_NOW))));
    }

    @Test
    public void whatIsTakenAwayIsFound() throws Exception {
        breaks("GET /runs/{id}/items is gone", api -> ((ObjectNode) api.path("paths")).remove("/runs/{id}/items"));
        breaks(
                "PATCH /locations/{id} is gone",
                api -> ((ObjectNode) api.path("paths").path("/locations/{id}")).remove("patch"));
        breaks("GET /runs: the parameter connection is gone", api -> ((ArrayNode)
                        operation(api, "/runs", "get").path("parameters"))
                .removeIf(parameter -> parameter.path("name").asText().equals("connection")));
        breaks(
                "GET /me answer 200 application/json answers roles: is gone",
                api -> ((ObjectNode) schema(api, "Me").path("properties")).remove("roles"));
        breaks(
                "POST /customers application/json sends taxId: is gone\nPUT /customers/{id} application/json sends taxId: is gone",
                api -> ((ObjectNode) schema(api, "CustomerInput").path("properties")).remove("taxId"));
        breaks(
                "GET /me: the answer 200 is gone",
                api -> ((ObjectNode) operation(api, "/me", "get").path("responses")).remove("200"));
    }

    @Test
    public void whatIsNarrowedIsFound() throws Exception {
        breaks(
                "POST /customers application/json sends phone: is integer null, was string null\n"
                        + "PUT /customers/{id} application/json sends phone: is integer null, was string null",
                api -> property(api, "CustomerInput", "phone")
                        .put("type", "integer")
                        .remove("maxLength"));
        assertEquals(
                2,
                breaks(api -> property(api, "CustomerInput", "phone").put("maxLength", 10))
                        .size());
        assertEquals(
                2,
                breaks(api -> ((ArrayNode) schema(api, "CustomerInput").path("required")).add("taxId"))
                        .size());
        breaks("GET /runs: the parameter connection is required", api -> parameter(api, "/runs", "connection")
                .put("required", true));
        breaks("GET /runs: the parameter since is required", api -> ((ArrayNode)
                        operation(api, "/runs", "get").path("parameters"))
                .addObject()
                .put("name", "since")
                .put("in", "query")
                .put("required", true)
                .putObject("schema")
                .put("type", "string"));
        assertEquals(
                1,
                breaks(api -> ((ArrayNode) parameter(api, "/customers", "archived")
                                        .path("schema")
                                        .path("enum"))
                                .remove(2))
                        .size());
        assertEquals(
                1,
                breaks(api -> operation(api, "/me", "get").put("operationId", "whoAmI"))
                        .size());
    }

    @Test
    public void whatIsAddedBreaksNothing() throws Exception {
        fits(api -> ((ObjectNode) api.path("paths"))
                .set("/more", api.path("paths").path("/me").deepCopy()));
        fits(api -> ((ObjectNode) schema(api, "CustomerInput").path("properties"))
                .putObject("nickname")
                .put("type", "string"));
        fits(api -> ((ObjectNode) schema(api, "Customer").path("properties"))
                .putObject("nickname")
                .put("type", "string"));
        fits(api -> ((ArrayNode) schema(api, "CustomerKind").path("enum")).add("CLUB"));
        fits(api -> property(api, "CustomerInput", "phone").put("maxLength", 50));
        fits(api -> ((ArrayNode) operation(api, "/runs", "get").path("parameters"))
                .addObject()
                .put("name", "since")
                .put("in", "query")
                .putObject("schema")
                .put("type", "string"));
        fits(api -> ((ObjectNode) operation(api, "/me", "get").path("responses"))
                .putObject("418")
                .put("description", "A teapot."));
        fits(api -> ((ObjectNode) operation(api, "/me", "get")).put("summary", "Me"));
    }
}
