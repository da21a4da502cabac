/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.junit.Test;
import org.openapi4j.parser.OpenApi3Parser;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** openapi.json is what OpenAPI 3.0 asks for, by two validators, and says of each operation what a client needs. */
@Shows("V1")
public class OpenApiValidTest {
    private static final String TEXT = Released.read(Released.OPENAPI_NOW);

    /** OpenAPI 3.0.3, each object by its own rules; throws the list of what is wrong. */
    @Test
    public void itIsValidByOpenApi4j() throws Exception {
        URL description = getClass().getResource(Released.OPENAPI_NOW);
        assertFalse(new OpenApi3Parser().parse(description, true).getPaths().isEmpty());
    }

    @Test
    public void itIsValidBySwaggersParser() {
        assertEquals(List.of(), parse().getMessages());
    }

    @Test
    public void everyOperationHasWhatAClientNeeds() {
        List<String> missing = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        OpenAPI api = parse().getOpenAPI();
        Set<String> tags = new HashSet<>();
        api.getTags().forEach(tag -> tags.add(tag.getName()));
        operations(api, (name, operation) -> {
            need(missing, name, "an operationId of its own", ids.add(operation.getOperationId()));
            need(
                    missing,
                    name,
                    "an operationId that can be a method's name",
                    operation.getOperationId().matches("[a-z]+([A-Z][a-z0-9]*)+"));
            need(missing, name, "a summary", operation.getSummary() != null);
            need(
                    missing,
                    name,
                    "a tag that is described",
                    operation.getTags() != null && tags.containsAll(operation.getTags()));
            need(missing, name, "parameters with schemas and sentences", parametersAreTold(operation));
            need(
                    missing,
                    name,
                    "a schema of what is sent",
                    operation.getRequestBody() == null
                            || hasSchema(operation.getRequestBody().getContent()));
            operation.getResponses().forEach((status, response) -> answer(missing, name, api, status, response));
            boolean open =
                    operation.getSecurity() != null && operation.getSecurity().isEmpty();
            need(missing, name, "401", open || operation.getResponses().containsKey("401"));
            for (String status : List.of("400", "403", "429", "500", "503")) {
                need(missing, name, status, operation.getResponses().containsKey(status));
            }
        });
        assertEquals("", String.join("\n", missing));
        assertTrue(ids.size() >= 20);
        assertEquals(
                "http",
                api.getComponents().getSecuritySchemes().get("basic").getType().toString());
        assertTrue(api.getSecurity().get(0).containsKey("basic"));
    }

    private static boolean parametersAreTold(Operation operation) {
        return operation.getParameters() == null
                || operation.getParameters().stream()
                        .allMatch(parameter -> parameter.getSchema() != null && parameter.getDescription() != null);
    }

    private static void answer(List<String> missing, String name, OpenAPI api, String status, ApiResponse given) {
        ApiResponse response = given.get$ref() == null
                ? given
                : api.getComponents()
                        .getResponses()
                        .get(given.get$ref().substring(given.get$ref().lastIndexOf('/') + 1));
        need(missing, name, "a sentence for " + status, response.getDescription() != null);
        if (status.startsWith("2")) {
            need(missing, name, "a schema for " + status, status.equals("204") || hasSchema(response.getContent()));
        } else if (!status.startsWith("3")) {
            need(
                    missing,
                    name,
                    "a problem for " + status,
                    response.getContent().get("application/problem+json") != null && hasSchema(response.getContent()));
        }
    }

    private static boolean hasSchema(Content content) {
        return content != null
                && !content.isEmpty()
                && content.values().stream().allMatch(type -> type.getSchema() != null);
    }

    private static void need(List<String> missing, String name, String what, boolean there) {
        if (!there) {
            missing.add(name + " lacks " + what);
        }
    }

    private static void operations(OpenAPI api, BiConsumer<String, Operation> with) {
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> with.accept(method + " " + path, operation)));
    }

    private static SwaggerParseResult parse() {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        options.setValidateInternalRefs(true);
        return new OpenAPIV3Parser().readContents(TEXT, null, options);
    }
}
