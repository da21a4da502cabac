/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;

import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.SortKey;

/** Types of the parameters that mean the same everywhere; they are read as text, to tell more of what is wrong. Stateless. */
final class KnownParameters {
    private KnownParameters() {}

    static void complete(HttpMethod method, Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            Schema<?> schema = schema(parameter);
            if (schema != null) {
                parameter.setSchema(schema);
            }
            if (parameter.getName().equals("If-Match")) {
                boolean needed = isEdit(method);
                parameter.setRequired(needed ? Boolean.TRUE : null);
                describe(parameter, "The version that the change is based on: the ETag of an answer.");
                parameter.setExample("\"3\"");
            }
            if (parameter.getIn().equals("path") && parameter.getName().equals("id")) {
                describe(parameter, "The id of the record.");
            }
        }
    }

    /** Refused without If-Match; archiving, which loses nothing, is not. */
    static boolean isEdit(HttpMethod method) {
        return method == HttpMethod.PATCH || method == HttpMethod.PUT || method == HttpMethod.DELETE;
    }

    private static void describe(Parameter parameter, String description) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
    }

    private static Schema<?> schema(Parameter parameter) {
        Schema<?> given = parameter.getSchema();
        if (given != null
                && (given.getFormat() != null || given.getEnum() != null || !"string".equals(given.getType()))) {
            return null;
        }
        return switch (parameter.getName()) {
            case "id", "customer", "parent" -> new UUIDSchema();
            case "limit" -> {
                IntegerSchema limit = new IntegerSchema();
                limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(RecordQuery.MAX_LIMIT));
                limit.setDefault(RecordQuery.DEFAULT_LIMIT);
                yield limit;
            }
            case "archived" -> {
                StringSchema archived = new StringSchema()._enum(List.of("false", "true", "any"));
                archived.setDefault("false");
                yield archived;
            }
            case "sort" -> {
                StringSchema sort = new StringSchema()._enum(sorts());
                sort.setDefault("name");
                yield sort;
            }
            case "country" -> new StringSchema().minLength(2).maxLength(2).example("CH");
            case "q" -> new StringSchema().maxLength(200);
            default -> null;
        };
    }

    private static List<String> sorts() {
        List<String> sorts = new ArrayList<>();
        for (SortKey key : SortKey.values()) {
            sorts.add(key.name().toLowerCase(Locale.ROOT));
            sorts.add("-" + key.name().toLowerCase(Locale.ROOT));
        }
        return sorts;
    }
}
