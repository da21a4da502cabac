/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.Map;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** What answers that are no refusals always have: a sentence, and the ETag of a record. Stateless. */
final class Answers {
    private static final Map<String, String> SENTENCES =
            Map.of("200", "Done.", "201", "Created.", "202", "Accepted.", "204", "Done; there is nothing to tell.");

    private Answers() {}

    static void complete(Operation operation) {
        operation.getResponses().forEach((status, response) -> {
            if (response.get$ref() != null) {
                return;
            }
            if (response.getDescription() == null || response.getDescription().equals("default response")) {
                response.setDescription(SENTENCES.getOrDefault(status, "The answer."));
            }
            if (isRecord(response)) {
                header(response, "ETag", "The version of the record; goes into If-Match.");
            }
            if (status.equals("201")) {
                header(response, "Location", "Where the new record is.");
            }
        });
    }

    private static boolean isRecord(ApiResponse response) {
        return response.getContent() != null
                && response.getContent().values().stream()
                        .map(type -> type.getSchema())
                        .anyMatch(schema -> schema != null && Bodies.RECORDS.contains(name(schema)));
    }

    private static String name(Schema<?> schema) {
        return Bodies.name(schema.get$ref());
    }

    private static void header(ApiResponse response, String name, String description) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeaderObject(name, new Header().description(description).schema(new StringSchema()));
        }
    }
}
