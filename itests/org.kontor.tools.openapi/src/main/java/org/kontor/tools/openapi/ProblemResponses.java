/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.Locale;
import java.util.Map;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** How operations refuse: problem documents (RFC 9457), each status described once and named by operations. Stateless. */
final class ProblemResponses {
    /** Of org.kontor.rest, which needs this module to be built: only its name is known here. */
    private static final String PROBLEM = "org.kontor.rest.internal.problem.Problem";

    private static final Map<String, Refusal> REFUSALS = Map.ofEntries(
            refusal(400, "InvalidInput", "A field or parameter breaks a rule, or the body cannot be read."),
            refusal(401, "Unauthenticated", "No sign-in, or a wrong one."),
            refusal(403, "AccessDenied", "The roles of the caller do not allow it."),
            refusal(404, "NotFound", "There is no such record, or the caller may not know of it."),
            refusal(406, "NotAcceptable", "The answer is not offered in a type that is accepted."),
            refusal(409, "Conflict", "Another record has this code, the parent is archived, or the database refuses."),
            refusal(412, "StaleVersion", "Somebody else changed the record: read it again. Nothing was written."),
            refusal(413, "BodyTooLarge", "The body is larger than the server takes."),
            refusal(415, "UnsupportedMediaType", "The body must be sent as one of the types that are listed."),
            refusal(422, "KeyReused", "The Idempotency-Key was used for another body."),
            refusal(428, "VersionRequired", "If-Match is missing."),
            refusal(429, "TooManyRequests", "Too many requests or sign-ins at once: try again later."),
            refusal(500, "Internal", "The server's fault; the correlation id helps to find it."),
            refusal(502, "RouteFailed", "The route failed, or took too long; the correlation id helps to find why."),
            refusal(503, "Unavailable", "A part is not there yet: try again later."));

    private record Refusal(String name, String description) {}

    private ProblemResponses() {}

    private static Map.Entry<String, Refusal> refusal(int status, String name, String description) {
        return Map.entry(String.valueOf(status), new Refusal(name, description));
    }

    /** Adds the schema of problems and a response for each status. */
    static void declare(OpenAPI api) {
        try {
            ModelConverters.getInstance().readAll(Class.forName(PROBLEM)).forEach((name, schema) -> api.getComponents()
                    .addSchemas(name, schema));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Errors cannot be described without their class", e);
        }
        REFUSALS.forEach((status, refusal) -> api.getComponents()
                .addResponses(
                        refusal.name(),
                        new ApiResponse()
                                .description(refusal.description())
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref("Problem"))))));
    }

    static void add(String path, HttpMethod method, Operation operation) {
        ApiResponses responses = operation.getResponses();
        boolean byId = path.contains("{");
        boolean body = operation.getRequestBody() != null;
        boolean write = method != HttpMethod.GET && method != HttpMethod.HEAD;
        boolean versioned = takes(operation, "If-Match");
        boolean hook = path.startsWith("/hooks/");
        boolean record = !hook && (byId || Bodies.hasRecord(operation));
        add(responses, 400, true);
        add(responses, 401, !SignIn.isOpen(operation));
        add(responses, 403, true);
        add(responses, 404, byId);
        add(responses, 406, true);
        add(responses, 409, write && record);
        add(responses, 412, versioned);
        add(responses, 413, body);
        add(responses, 415, body);
        add(responses, 422, takes(operation, "Idempotency-Key"));
        add(responses, 428, versioned && KnownParameters.isEdit(method));
        add(responses, 429, true);
        add(responses, 500, true);
        add(responses, 502, hook);
        add(responses, 503, true);
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn().equals("header")
                                && parameter
                                        .getName()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(header.toLowerCase(Locale.ROOT)));
    }

    private static void add(ApiResponses responses, int status, boolean possible) {
        String key = String.valueOf(status);
        if (possible && !responses.containsKey(key)) {
            responses.addApiResponse(
                    key, new ApiResponse().$ref(REFUSALS.get(key).name()));
        }
    }
}
