/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

import org.kontor.api.record.RecordType;

/**
 * Gives what is sent schemas of its own, made from those of what is answered: {@code CustomerInput} has no read-only
 * fields, and {@code CustomerPatch} requires none and lets all be cleared. Answers may be in part, so they require
 * nothing that is written. Not thread-safe; one per description.
 */
final class Bodies {
    /** The schemas of records. */
    static final Set<String> RECORDS =
            Arrays.stream(RecordType.values()).map(RecordFields::schemaName).collect(Collectors.toUnmodifiableSet());

    private static final String INPUT = "Input";
    private static final String PATCH = "Patch";
    private static final Set<String> SENT = RECORDS.stream()
            .flatMap(name -> Stream.of(name + INPUT, name + PATCH))
            .collect(Collectors.toUnmodifiableSet());
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Components components;
    private final Map<String, Schema<?>> made = new LinkedHashMap<>();
    private final Set<String> answered = new TreeSet<>();

    Bodies(Components components) {
        this.components = components;
    }

    static String name(String reference) {
        return reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
    }

    void complete(Operation operation) {
        if (operation.getRequestBody() == null) {
            return;
        }
        if (operation.getRequestBody().getRequired() == null) {
            operation.getRequestBody().setRequired(true);
        }
        if (operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().forEach(this::complete);
        }
    }

    /** Whether a record is sent, after {@link #complete(Operation)}. */
    static boolean hasRecord(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().values().stream()
                        .map(content -> content.getSchema())
                        .anyMatch(schema -> schema != null && SENT.contains(name(schema.get$ref())));
    }

    private void complete(String mediaType, MediaType content) {
        String name =
                content.getSchema() == null ? "" : name(content.getSchema().get$ref());
        if (!RECORDS.contains(name)) {
            return;
        }
        boolean patch = mediaType.equals(MERGE_PATCH);
        answered.add(name);
        content.setSchema(new Schema<>().$ref(patch ? patch(name) : input(name)));
    }

    /** The new schemas go into the description, and the old ones become those of answers. */
    void finish() {
        for (String name : answered) {
            Schema<?> schema = components.getSchemas().get(name);
            schema.setRequired(readOnly(schema));
        }
        components.getSchemas().values().forEach(Bodies::answeredOnly);
        made.forEach(components::addSchemas);
    }

    /** Where nothing is sent, read-only says nothing; generated classes would lack setters that tests need. */
    private static void answeredOnly(Schema<?> schema) {
        schema.setReadOnly(null);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> property.setReadOnly(null));
        }
    }

    private List<String> readOnly(Schema<?> schema) {
        List<String> required = new ArrayList<>();
        if (schema.getRequired() != null) {
            schema.getRequired().stream()
                    .filter(name -> isReadOnly(schema.getProperties().get(name)))
                    .forEach(required::add);
        }
        return required.isEmpty() ? null : required;
    }

    private String input(String name) {
        if (!made.containsKey(name + INPUT)) {
            made.put(name + INPUT, writable(name));
        }
        return name + INPUT;
    }

    private String patch(String name) {
        if (made.containsKey(name + PATCH)) {
            return name + PATCH;
        }
        Schema<?> schema = writable(name);
        made.put(name + PATCH, schema);
        for (Map.Entry<String, Schema<?>> property : properties(schema).entrySet()) {
            if (!RecordFields.isRequired(name, property.getKey())) {
                clearable(property);
            }
        }
        schema.setRequired(null);
        return name + PATCH;
    }

    /** OpenAPI 3.0 reads nothing beside a reference: it stands in an allOf. */
    private void clearable(Map.Entry<String, Schema<?>> property) {
        Schema<?> schema = property.getValue();
        if (schema.get$ref() == null) {
            schema.setNullable(true);
            return;
        }
        String target = name(schema.get$ref());
        boolean group = components.getSchemas().get(target).getProperties() != null;
        Schema<Object> reference = new Schema<>();
        reference.set$ref(group ? patch(target) : target);
        Schema<Object> optional = new Schema<>();
        property.setValue(optional.nullable(true).addAllOfItem(reference));
    }

    private Schema<?> writable(String name) {
        Schema<?> schema = copy(components.getSchemas().get(name));
        Map<String, Schema<?>> properties = properties(schema);
        properties.values().removeIf(this::isReadOnly);
        if (schema.getRequired() != null) {
            List<String> required = schema.getRequired().stream()
                    .filter(properties::containsKey)
                    .toList();
            schema.setRequired(required.isEmpty() ? null : required);
        }
        return schema;
    }

    private boolean isReadOnly(Schema<?> property) {
        if (property.get$ref() != null) {
            return isReadOnly(components.getSchemas().get(name(property.get$ref())));
        }
        return Boolean.TRUE.equals(property.getReadOnly());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // swagger's own maps are raw
    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        return (Map) schema.getProperties();
    }

    private static Schema<?> copy(Schema<?> schema) {
        try {
            return Json.mapper().readValue(Json.mapper().writeValueAsString(schema), Schema.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
