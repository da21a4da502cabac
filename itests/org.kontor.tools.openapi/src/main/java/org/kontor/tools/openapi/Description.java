/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.core.filter.AbstractSpecFilter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;

/**
 * Completes what the annotations of the resources say of REST (V1), the same way for every operation, so that none can
 * forget it. What a resource says itself stays. Runs in swagger-maven-plugin; stateless.
 */
public final class Description extends AbstractSpecFilter {
    @Override
    public Optional<OpenAPI> filterOpenAPI(
            OpenAPI api,
            Map<String, List<String>> parameters,
            Map<String, String> cookies,
            Map<String, List<String>> headers) {
        RecordFields.complete(api);
        ProblemResponses.declare(api);
        Bodies bodies = new Bodies(api.getComponents());
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(path, method, operation, bodies)));
        bodies.finish();
        return Optional.of(api);
    }

    private static void complete(String path, HttpMethod method, Operation operation, Bodies bodies) {
        operation.setOperationId(OperationIds.of(path, method, operation.getOperationId()));
        SignIn.complete(operation);
        KnownParameters.complete(method, operation);
        bodies.complete(operation);
        Answers.complete(operation);
        ProblemResponses.add(path, method, operation);
    }
}
