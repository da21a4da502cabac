/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportMapping;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.RecordBody;

/** Reads what a request says about a file. Stateless. */
final class ImportParameters {
    private ImportParameters() {}

    static ImportRequest request(Parameters parameters) {
        String source = parameters.text("source");
        if (source == null) {
            throw KontorException.invalid("source", "required", "Must be given.", null);
        }
        String name = parameters.text("name");
        String mapping = parameters.text("mapping");
        return new ImportRequest(
                requiredType(parameters.text("type")),
                source,
                name == null ? "REST" : name,
                new FileOptions(parameters.text("delimiter"), parameters.text("encoding"), parameters.text("sheet")),
                mapping == null
                        ? Map.of()
                        : columns(
                                "mapping",
                                RecordBody.readObject(
                                        new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)))),
                ImportRequest.DEFAULT_BATCH);
    }

    static RecordType requiredType(String key) {
        if (key == null) {
            throw KontorException.invalid("type", "required", "Must be customer or location.", null);
        }
        return type(key);
    }

    static RecordType type(String key) {
        return key == null
                ? null
                : RecordType.synchronisedOfKey(key)
                        .orElseThrow(() -> KontorException.invalid(
                                "type", "unknown_choice", "Must be customer or location.", key));
    }

    /** Header → column; null and empty text pass a column over. */
    static Map<String, String> columns(String field, JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw KontorException.invalid(field, "wrong_type", "Must be an object of texts.", null);
        }
        Map<String, String> columns = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
                throw KontorException.invalid(field, "wrong_type", "Must be an object of texts.", entry.getKey());
            }
            columns.put(
                    entry.getKey(),
                    entry.getValue().isNull()
                            ? ImportMapping.IGNORED
                            : entry.getValue().textValue());
        });
        return columns;
    }
}
