/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.WriteTransaction;

/** The custom fields that count for a set of drafts, and what these may say of them (requirement C9). Immutable. */
final class Declared {
    /** By the account that manages the record, and by key. */
    private final Map<UUID, Map<String, Declaration>> counting;

    private Declared(Map<UUID, Map<String, Declaration>> counting) {
        this.counting = counting;
    }

    static Declared of(WriteTransaction transaction, RecordType type, Homes homes, List<Draft> drafts) {
        return new Declared(transaction
                .customFields()
                .of(type, drafts.stream().map(homes::of).collect(Collectors.toSet())));
    }

    private Map<String, Declaration> fields(UUID account) {
        return counting.getOrDefault(account, Map.of());
    }

    /**
     * The changes with their custom fields as they were declared. What says of an archived field what is there anyway is left out, and
     * what says of a field that is not declared here that it has no value: a table of records has its column if others have it.
     *
     * @param before the values of the record until now
     */
    FieldValues known(UUID account, FieldValues before, FieldValues changes, List<Violation> violations) {
        if (changes.custom().isEmpty()) {
            return changes;
        }
        FieldValues.Builder known = FieldValues.builder();
        changes.forEach((field, raw) -> {
            if (!(field instanceof CustomField custom)) {
                known.set(field, raw);
                return;
            }
            Declaration declaration = fields(account).get(custom.key());
            if (declaration == null && isEmpty(raw)) {
                return;
            }
            if (declaration == null) {
                violations.add(new Violation(
                        field.path(), "unknown_field", "No such field is declared for records of this account.", null));
            } else if (!declaration.archived() || raw == null) {
                known.set(declaration.field(), raw);
            } else if (!Objects.equals(checked(declaration, raw), before.get(field))) {
                violations.add(new Violation(
                        field.path(), "archived", "The field is archived and takes no new values.", raw.toString()));
            }
        });
        return known.build();
    }

    private static boolean isEmpty(Object raw) {
        return raw == null || raw instanceof String text && text.isBlank();
    }

    private static Object checked(Declaration declaration, Object raw) {
        return FieldRules.check(declaration.field(), raw, new ArrayList<>());
    }

    /**
     * A record that was there before a field was required stays as it is; a new one must have a value, and none is cleared.
     *
     * @param before null for a new record
     */
    void require(UUID account, FieldValues before, FieldValues after, List<Violation> violations) {
        for (Declaration declaration : fields(account).values()) {
            Field field = declaration.field();
            if (field.required()
                    && after.get(field) == null
                    && (before == null || before.get(field) != null)
                    && violations.stream()
                            .noneMatch(violation -> violation.field().equals(field.path()))) {
                violations.add(new Violation(field.path(), "required", "Must be given.", null));
            }
        }
    }

    /** The field as it must have been declared to hold the value. */
    static Field holding(CustomField field, Object checked) {
        CustomType type = checked instanceof BigDecimal
                ? CustomType.NUMBER
                : checked instanceof Boolean ? CustomType.FLAG : CustomType.TEXT;
        return field.declared(FieldSpec.optional(field.path(), type.valueType(), CustomField.MAX_LENGTH, ""));
    }
}
