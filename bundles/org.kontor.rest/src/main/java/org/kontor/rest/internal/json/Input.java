/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.error.KontorException;

/** The JSON object of a request that is no record; names that it does not have are refused. Immutable. */
public final class Input {
    private static final int MAX_TOLD = 100;

    private final ObjectNode json;

    private Input(ObjectNode json) {
        this.json = json;
    }

    /** @throws KontorException {@code malformed_body}, {@code invalid_input} */
    public static Input read(InputStream body, String... known) {
        return of(RecordBody.readObject(body), known);
    }

    private static Input of(ObjectNode json, String... known) {
        Set<String> names = Set.of(known);
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw KontorException.invalid(shorten(name), "unknown_field", "There is no such field.", null);
            }
        });
        return new Input(json);
    }

    private static String shorten(String text) {
        return text.length() > MAX_TOLD ? text.substring(0, MAX_TOLD) + "…" : text;
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    /** Whether it is there, though it may be null. */
    public boolean names(String name) {
        return json.has(name);
    }

    public JsonNode get(String name) {
        return json.path(name);
    }

    /** Null when it is not given. */
    public String text(String name) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw KontorException.invalid(name, "wrong_type", "Must be text.", null);
        }
        return node.textValue();
    }

    /** A text of a merge patch: null when it is not given, empty when it is null. */
    public String patched(String name) {
        String text = text(name);
        return text == null && names(name) ? "" : text;
    }

    public String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw KontorException.invalid(name, "required", "Must be given as text.", null);
        }
        return text;
    }

    /** Null when it is not given. */
    public UUID id(String name) {
        String text = text(name);
        return text == null ? null : id(name, text);
    }

    private static UUID id(String name, String text) {
        try {
            // UUID.fromString takes shortened forms, too
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw KontorException.invalid(name, "malformed_id", "Must be an id.", shorten(text));
    }

    /** Empty when they are not given. */
    public List<UUID> ids(String name, int most) {
        List<UUID> ids = new ArrayList<>();
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return ids;
        }
        if (!node.isArray() || node.size() > most) {
            throw KontorException.invalid(name, "wrong_type", "Must be a list of at most " + most + " ids.", null);
        }
        node.forEach(element -> ids.add(id(name, element.asText())));
        return ids;
    }

    /** Empty when they are not given. */
    public List<String> texts(String name, int most) {
        List<String> texts = new ArrayList<>();
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return texts;
        }
        if (!node.isArray() || node.size() > most) {
            throw KontorException.invalid(name, "wrong_type", "Must be a list of at most " + most + " texts.", null);
        }
        node.forEach(element -> {
            if (!element.isTextual()) {
                throw KontorException.invalid(name, "wrong_type", "Must be a list of texts.", null);
            }
            texts.add(element.textValue());
        });
        return texts;
    }

    /**
     * Objects of a list, each to be read by itself, so that what is wrong with one is told of it alone.
     *
     * @throws KontorException {@code invalid_input} when it is no list of 1 to so many
     */
    public List<Supplier<Input>> objects(String name, int most, String... known) {
        JsonNode node = json.path(name);
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            throw KontorException.invalid(name, "wrong_type", "Must be a list of 1 to " + most + " objects.", null);
        }
        List<Supplier<Input>> objects = new ArrayList<>();
        node.forEach(element -> objects.add(() -> {
            if (element instanceof ObjectNode object) {
                return of(object, known);
            }
            throw KontorException.invalid(name, "wrong_type", "Must be an object.", null);
        }));
        return objects;
    }

    /**
     * An object that stands in this one.
     *
     * @throws KontorException {@code invalid_input}
     */
    public Input object(String name, String... known) {
        if (json.path(name) instanceof ObjectNode object) {
            return of(object, known);
        }
        throw KontorException.invalid(name, "wrong_type", "Must be an object.", null);
    }

    /** One of the names of the constants, without regard to case; null when it is not given. */
    public <E extends Enum<E>> E choice(Class<E> choices, String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        throw KontorException.invalid(
                name,
                "unknown_choice",
                "Must be one of " + Arrays.toString(choices.getEnumConstants()) + ".",
                shorten(text));
    }

    /** A whole number from 1 to the most; null when it is not given. */
    public Integer number(String name, int most) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            throw KontorException.invalid(name, "wrong_type", "Must be a whole number.", null);
        }
        if (!node.canConvertToInt() || node.intValue() < 1 || node.intValue() > most) {
            throw KontorException.invalid(name, "out_of_range", "Must be 1 to " + most + ".", shorten(node.asText()));
        }
        return node.intValue();
    }

    /** A moment like {@code 2026-11-22T10:00:00Z}, with any offset; null when it is not given. */
    public Instant moment(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw KontorException.invalid(
                    name, "malformed_time", "Must be a time like 2026-11-22T10:00:00Z (RFC 3339).", shorten(text));
        }
    }

    /** A whole number; null when it is not given. */
    public Integer number(String name) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw KontorException.invalid(name, "wrong_type", "Must be a whole number.", null);
        }
        return node.intValue();
    }

    public boolean isTrue(String name) {
        JsonNode node = json.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            throw KontorException.invalid(name, "wrong_type", "Must be true or false.", null);
        }
        return node.booleanValue();
    }

    /** Texts, lists of texts, truth values and nulls by name; empty when they are not given. */
    public Map<String, Object> values(String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return values;
        }
        if (!node.isObject()) {
            throw KontorException.invalid(name, "wrong_type", "Must be an object.", null);
        }
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return values;
    }

    private static Object value(String name, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> {
                if (!element.isTextual()) {
                    throw KontorException.invalid(shorten(name), "wrong_type", "Must be a list of texts.", null);
                }
                texts.add(element.textValue());
            });
            return texts;
        }
        throw KontorException.invalid(
                shorten(name), "wrong_type", "Must be a text, a list of texts, true, false or null.", null);
    }
}
