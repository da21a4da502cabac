/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tools.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/** Completes the schemas of records with what the fields say of themselves: sentence, length, format. Stateless. */
final class RecordFields {
    private static final Map<ValueType, String> FORMATS = Map.of(ValueType.EMAIL, "email");

    private RecordFields() {}

    static void complete(OpenAPI api) {
        Components components = api.getComponents();
        for (RecordType type : RecordType.values()) {
            Schema<?> record = components.getSchemas().get(schemaName(type));
            for (Field field : type.fields()) {
                complete(find(components, record, field.path()), field);
            }
        }
    }

    /** The schema of records of a type. */
    static String schemaName(RecordType type) {
        String key = type.key();
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    /** Whether records of this schema always have the field: it cannot be cleared. */
    static boolean isRequired(String schemaName, String path) {
        return Arrays.stream(RecordType.values())
                .filter(type -> schemaName(type).equals(schemaName))
                .flatMap(type -> type.field(path).stream())
                .anyMatch(Field::required);
    }

    private static Schema<?> find(Components components, Schema<?> record, String path) {
        Schema<?> schema = record;
        for (String part : List.of(path.split("\\."))) {
            Schema<?> whole =
                    schema.get$ref() == null ? schema : components.getSchemas().get(Bodies.name(schema.get$ref()));
            schema =
                    whole.getProperties() == null ? null : whole.getProperties().get(part);
            if (schema == null) {
                throw new IllegalStateException(path + " is a field of the language, but not of the JSON");
            }
        }
        return schema;
    }

    private static void complete(Schema<?> schema, Field field) {
        if (schema.getDescription() == null && !field.description().isEmpty()) {
            schema.setDescription(field.description());
        }
        Schema<?> text = schema.getItems() == null ? schema : schema.getItems();
        if ("string".equals(text.getType())
                && text.getMaxLength() == null
                && text.getEnum() == null
                && text.getFormat() == null) {
            text.setMaxLength(field.maxLength());
        }
        if (text.getFormat() == null && FORMATS.containsKey(field.valueType())) {
            text.setFormat(FORMATS.get(field.valueType()));
        }
    }
}
