/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.contracts;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/**
 * What a new description of REST breaks for a client of an old one, by openapi-diff, with the rules of Kontor: names of
 * operations are a contract (generated clients make methods of them); answers may have choices that are new; a field
 * that is no longer read is refused by the server, and so breaks. Not thread-safe; one per comparison.
 */
final class OpenApiBreaks {
    private final Set<String> breaks = new TreeSet<>();

    private OpenApiBreaks() {}

    /** One line for each; empty when the new one only grew. */
    static Set<String> between(String older, String newer) {
        OpenApiDiffOptions.Builder options = OpenApiDiffOptions.builder();
        for (BackwardIncompatibleProp rule : BackwardIncompatibleProp.values()) {
            options.configProperty(
                    rule.getPropertyName(), String.valueOf(rule != BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED));
        }
        ChangedOpenApi changes = OpenApiCompare.fromContents(older, newer, null, options.build());
        OpenApiBreaks found = new OpenApiBreaks();
        changes.getMissingEndpoints()
                .forEach(gone -> found.breaks.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        changes.getChangedOperations()
                .forEach(operation -> found.see(operation, operation.getHttpMethod() + " " + operation.getPathUrl()));
        if (found.breaks.isEmpty() && changes.isIncompatible()) {
            found.breaks.add("Something outside the operations: " + changes);
        }
        return found.breaks;
    }

    private void see(Changed change, String place) {
        if (change instanceof ChangedOperation operation) {
            seeParts(operation, place);
        } else if (change instanceof ChangedParameters parameters) {
            parameters
                    .getMissing()
                    .forEach(gone -> breaks.add(place + ": the parameter " + gone.getName() + " is gone"));
            parameters.getIncreased().stream()
                    .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                    .forEach(added -> breaks.add(place + ": the parameter " + added.getName() + " is required"));
            seeParts(parameters, place);
        } else if (change instanceof ChangedParameter parameter) {
            if (parameter.isChangeRequired()
                    && Boolean.TRUE.equals(parameter.getNewParameter().getRequired())) {
                breaks.add(place + ": the parameter " + parameter.getName() + " is required");
            }
            seeParts(parameter, place + " parameter " + parameter.getName());
        } else if (change instanceof ChangedApiResponse responses) {
            responses.getMissing().keySet().forEach(gone -> breaks.add(place + ": the answer " + gone + " is gone"));
            seeAll(responses.getChanged(), place, " answer ");
        } else if (change instanceof ChangedContent content) {
            content.getMissing().keySet().forEach(gone -> breaks.add(place + ": the type " + gone + " is gone"));
            seeAll(content.getChanged(), place, " ");
        } else if (change instanceof ChangedSchema schema) {
            see(schema, place);
        } else if (change instanceof ComposedChanged composed) {
            seeParts(composed, place);
        } else if (change != null && change.isIncompatible()) {
            breaks.add(place + ": " + change);
        }
    }

    private void see(ChangedSchema schema, String place) {
        String side = schema.getContext().isRequest() ? " sends " : " answers ";
        String at = place.contains(" sends ") || place.contains(" answers ") ? place + "." : place + side;
        schema.getMissingProperties().keySet().forEach(gone -> breaks.add(at + gone + ": is gone"));
        schema.getChangedProperties().forEach((name, property) -> see(property, at + name));
        if (schema.getItems() != null) {
            see(schema.getItems(), at + "[]");
        }
        if (schema.isChangedType() || schema.isChangeFormat()) {
            breaks.add(place + ": is " + type(schema.getNewSchema()) + ", was " + type(schema.getOldSchema()));
        }
        schema.getChangedElements().stream()
                .filter(part -> part != null && part != schema.getItems())
                .filter(part -> !schema.getChangedProperties().containsValue(part))
                .forEach(part -> see(part, place));
    }

    private static String type(io.swagger.v3.oas.models.media.Schema<?> schema) {
        return schema == null ? "nothing" : schema.getType() + " " + schema.getFormat();
    }

    private void seeParts(ComposedChanged change, String place) {
        change.getChangedElements().forEach(part -> see(part, place));
    }

    private void seeAll(Map<String, ? extends Changed> changes, String place, String kind) {
        changes.forEach((name, change) -> see(change, place + kind + name));
    }
}
