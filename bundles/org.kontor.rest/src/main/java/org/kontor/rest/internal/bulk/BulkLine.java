/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.RecordBody;

/** Reads a line of a bulk: what is to be done, with which record, and the record's fields beside it. Stateless. */
final class BulkLine {
    private static final String ID_SUFFIX = "Id";

    private BulkLine() {}

    /**
     * @param line null when it is too long
     * @param ofPath the type that is meant when the line names none
     * @return the row; what cannot be read becomes a refused one
     */
    static BulkRow read(byte[] line, RecordType ofPath) {
        RecordType type = ofPath;
        try {
            if (line == null) {
                throw new KontorException(
                        ErrorCode.BODY_TOO_LARGE, "A line may have at most " + LineReader.MAX_BYTES / 1024 + " KiB.");
            }
            ObjectNode object = RecordBody.readLine(line);
            List<Violation> violations = new ArrayList<>();
            Members members = new Members(object, "", violations);
            type = members.choice("record", RecordType.SYNCHRONISED.toArray(RecordType[]::new), ofPath);
            BulkRow row = row(type, members, object, violations);
            if (!violations.isEmpty()) {
                throw KontorException.invalid(violations);
            }
            return row;
        } catch (KontorException refusal) {
            return BulkRow.refused(type, refusal);
        }
    }

    private static BulkRow row(RecordType type, Members members, ObjectNode object, List<Violation> violations) {
        BulkAction action = members.choice("action", BulkAction.values(), BulkAction.UPSERT);
        UUID id = members.id("id");
        CrossReference reference = members.reference("reference");
        Long version = members.version("version");
        JsonNode code = object.get(type.codeField().path());
        RecordKey key = new RecordKey(id, reference, code != null && code.isTextual() ? code.textValue() : null);
        Map<Field, RecordKey> references = new HashMap<>();
        for (Field field : type.fields()) {
            if (field.target() != null) {
                String name = field.path().substring(0, field.path().length() - ID_SUFFIX.length());
                if (object.has(name) && object.has(field.path())) {
                    violations.add(new Violation(
                            name, "given_twice", "Must be given as " + name + " or as " + field.path() + ".", null));
                }
                boolean clears = object.path(name).isNull();
                RecordKey target = members.key(name);
                if (target != null) {
                    references.put(field, target);
                } else if (clears) {
                    object.putNull(field.path());
                }
            }
        }
        FieldValues values = RecordBody.values(type, object, violations);
        return new BulkRow(type, action, key, version, values, references, null);
    }

    /** Takes the members out of an object that are not fields of the record. */
    private record Members(ObjectNode object, String prefix, List<Violation> violations) {
        private void refuse(String name, String rule, String message, JsonNode value) {
            violations.add(new Violation(prefix + name, rule, message, value == null ? null : value.asText()));
        }

        <E extends Enum<E>> E choice(String name, E[] choices, E missing) {
            JsonNode node = object.remove(name);
            if (node == null || node.isNull()) {
                return missing;
            }
            for (E choice : choices) {
                if (node.isTextual() && choice.name().equalsIgnoreCase(node.textValue())) {
                    return choice;
                }
            }
            List<String> names = Arrays.stream(choices)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .toList();
            refuse(name, "unknown_choice", "Must be one of " + String.join(", ", names) + ".", node);
            return missing;
        }

        UUID id(String name) {
            JsonNode node = object.remove(name);
            if (node == null || node.isNull()) {
                return null;
            }
            try {
                if (node.isTextual() && node.textValue().length() == 36) {
                    return UUID.fromString(node.textValue());
                }
            } catch (IllegalArgumentException e) {
                // told below
            }
            refuse(name, "malformed_id", "Must be the id of a record.", node);
            return null;
        }

        String text(String name) {
            JsonNode node = object.remove(name);
            if (node == null || node.isNull()) {
                return null;
            }
            if (node.isTextual()) {
                return node.textValue();
            }
            refuse(name, "wrong_type", "Must be text.", node);
            return null;
        }

        Long version(String name) {
            JsonNode node = object.remove(name);
            if (node == null || node.isNull()) {
                return null;
            }
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return node.longValue();
            }
            refuse(name, "wrong_type", "Must be a whole number.", node);
            return null;
        }

        /** The members of an object inside this one, or null when there is none. */
        private Members group(String name) {
            JsonNode node = object.remove(name);
            if (node == null || node.isNull()) {
                return null;
            }
            if (node instanceof ObjectNode group) {
                return new Members(group, prefix + name + ".", violations);
            }
            refuse(name, "wrong_type", "Must be an object.", null);
            return null;
        }

        private void nothingElse() {
            object.fieldNames()
                    .forEachRemaining(name -> refuse(
                            name.length() > 100 ? name.substring(0, 100) + "…" : name,
                            "unknown_field",
                            "There is no such field.",
                            null));
        }

        CrossReference reference(String name) {
            Members group = group(name);
            if (group == null) {
                return null;
            }
            CrossReference reference = new CrossReference(group.text("connection"), group.text("externalId"));
            group.nothingElse();
            return reference;
        }

        /** How another record is named, or null when it is not. */
        RecordKey key(String name) {
            Members group = group(name);
            if (group == null) {
                return null;
            }
            RecordKey key = new RecordKey(group.id("id"), group.reference("reference"), group.text("code"));
            group.nothingElse();
            return key;
        }
    }
}
