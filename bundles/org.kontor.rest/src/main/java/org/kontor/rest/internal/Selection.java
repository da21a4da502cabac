/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.Json;

/** Which fields of a record are shown; id and version always are. Immutable. */
final class Selection {
    private static final JsonMapper MAPPER = Json.mapper();
    private static final Selection ALL = new Selection(null);
    private static final Set<String> ALWAYS = Set.of("id", "version");
    private static final Set<String> OF_ALL_RECORDS = Set.of(
            "id",
            "version",
            "archived",
            "crossReferences",
            "created",
            "created.at",
            "created.by",
            "created.through",
            "changed",
            "changed.at",
            "changed.by",
            "changed.through");

    private final Set<String> paths;

    private Selection(Set<String> paths) {
        this.paths = paths;
    }

    /**
     * @param text paths with commas between them, like {@code name,address.city}; null for all
     * @throws KontorException {@code invalid_input} when there is no such field
     */
    static Selection of(RecordType type, String text) {
        if (text == null) {
            return ALL;
        }
        Set<String> known = known(type);
        Set<String> paths = new LinkedHashSet<>(new TreeSet<>(ALWAYS));
        for (String part : text.split(",", -1)) {
            String path = part.strip();
            if (!known.contains(path) && CustomField.ofPath(type, path).isEmpty()) {
                throw KontorException.invalid(
                        "fields",
                        "unknown_field",
                        "There is no such field; write paths like name,address.city.",
                        path.length() > 100 ? path.substring(0, 100) + "…" : path);
            }
            paths.add(path);
        }
        return new Selection(paths);
    }

    private static Set<String> known(RecordType type) {
        Set<String> known = new TreeSet<>(OF_ALL_RECORDS);
        for (Field field : type.fields()) {
            known.add(field.path());
            known.add(group(field.path()));
        }
        known.add(group(CustomField.PREFIX));
        return known;
    }

    private static String group(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    boolean has(String path) {
        return paths == null || paths.contains(path) || paths.contains(group(path));
    }

    /** @return what is shown of a record */
    Object show(Object json) {
        if (paths == null) {
            return json;
        }
        ObjectNode whole = MAPPER.valueToTree(json);
        ObjectNode part = MAPPER.createObjectNode();
        for (String path : paths) {
            String group = group(path);
            JsonNode value =
                    group.equals(path) ? whole.path(path) : whole.path(group).path(path.substring(group.length() + 1));
            if (value.isMissingNode()) {
                continue;
            }
            if (group.equals(path)) {
                part.set(path, value);
            } else {
                ObjectNode inner = part.get(group) instanceof ObjectNode there ? there : part.putObject(group);
                inner.set(path.substring(group.length() + 1), value);
            }
        }
        return part;
    }
}
