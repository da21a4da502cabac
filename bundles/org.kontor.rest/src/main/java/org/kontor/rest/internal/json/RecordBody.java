/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;

/** Reads JSON bodies: bounded, strict, every unknown field told. Thread-safe. */
public final class RecordBody {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_UNKNOWN_TOLD = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What every record shows and Kontor alone writes. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "version", "archived", "created", "changed", "crossReferences", "managingAccount");

    /** The group of custom fields: nobody here knows which there are, so they are cleared one by one. */
    private static final String CUSTOM = "custom";

    private RecordBody() {}

    /**
     * The values of a record's fields; {@code null} clears.
     *
     * @throws KontorException {@code malformed_body}, {@code body_too_large}, {@code invalid_input}
     */
    public static FieldValues read(RecordType type, InputStream body) {
        List<Violation> violations = new ArrayList<>();
        FieldValues values = values(type, readObject(body), violations);
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return values;
    }

    /** The values of a record's fields out of an object; names that are no fields are added to the violations. */
    public static FieldValues values(RecordType type, ObjectNode object, List<Violation> violations) {
        FieldValues.Builder values = FieldValues.builder();
        flatten(type, "", object, values, violations);
        return values.build();
    }

    /** A JSON object. */
    public static ObjectNode readObject(InputStream body) {
        return readObject("body", body);
    }

    /** A JSON object that stands in a line of its own. */
    public static ObjectNode readLine(byte[] line) {
        return readObject("line", new ByteArrayInputStream(line));
    }

    private static ObjectNode readObject(String what, InputStream body) {
        try {
            // strict, and UTF-8 alone: left to guess, the parser takes UTF-16 and overlong forms, too
            Reader text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw malformed("The " + what + " must be a JSON object.");
        } catch (JsonProcessingException e) {
            throw malformed("The " + what + " is not proper JSON (RFC 8259) within the limits"
                    + where(what, e.getLocation()) + ".");
        } catch (CharacterCodingException e) {
            throw malformed("The " + what + " is not proper UTF-8.");
        } catch (NumberFormatException e) {
            throw malformed("The " + what + " has a number beyond all measure.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(String what, JsonLocation place) {
        if (place == null) {
            return "";
        }
        String line = what.equals("line") ? "" : "line " + place.getLineNr() + ", ";
        return " at " + line + "column " + place.getColumnNr();
    }

    private static KontorException malformed(String message) {
        return new KontorException(ErrorCode.MALFORMED_BODY, message);
    }

    private static void flatten(
            RecordType type, String prefix, ObjectNode object, FieldValues.Builder values, List<Violation> violations) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = entry.getKey();
            JsonNode node = entry.getValue();
            String path = prefix + name;
            Field field = name.contains(".") ? null : type.field(path).orElse(null);
            if (field != null) {
                values.set(field, raw(node));
            } else if (isGroup(type, name, path) && node instanceof ObjectNode group) {
                flatten(type, path + ".", group, values, violations);
            } else if (hasMembers(type, path) && node.isNull()) {
                type.fields().stream()
                        .filter(member -> member.path().startsWith(path + "."))
                        .forEach(member -> values.set(member, null));
            } else if (violations.size() < MAX_UNKNOWN_TOLD) {
                violations.add(refuse(type, name, path, prefix));
            }
        }
    }

    private static boolean isGroup(RecordType type, String name, String path) {
        return !name.contains(".") && (path.equals(CUSTOM) || hasMembers(type, path));
    }

    private static boolean hasMembers(RecordType type, String path) {
        return type.fields().stream().anyMatch(field -> field.path().startsWith(path + "."));
    }

    private static Violation refuse(RecordType type, String name, String path, String prefix) {
        String told = path.length() > 100 ? path.substring(0, 100) + "…" : path;
        if (isGroup(type, name, path)) {
            return new Violation(told, "wrong_type", "Must be an object.", null);
        }
        return prefix.isEmpty() && READ_ONLY.contains(name)
                ? new Violation(told, "read_only", "Is written by Kontor alone; leave it out.", null)
                : new Violation(told, "unknown_field", "There is no such field.", null);
    }

    private static Object raw(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(element.isTextual() ? element.textValue() : element));
            return list;
        }
        return node;
    }
}
