/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.custom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.kontor.api.custom.CustomFields;
import org.kontor.api.custom.CustomType;
import org.kontor.api.custom.Declaration;
import org.kontor.api.custom.DeclarationEdit;
import org.kontor.api.custom.NewDeclaration;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CustomField;
import org.kontor.core.rules.FieldRules;
import org.kontor.core.rules.TextPart;

/** What a declaration must be by itself, without a look at others. Collects what is wrong; not thread-safe. */
final class DeclarationRules {
    private static final int MAX_LABEL = 100;
    private static final int MAX_HELP = 500;
    private static final int MAX_CHOICE = 100;

    private final List<Violation> violations = new ArrayList<>();

    /** @throws KontorException {@code invalid_input} with all that was wrong */
    void refuseAny() {
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }

    private void refuse(String field, String rule, String message, Object value) {
        violations.add(new Violation(field, rule, message, value == null ? null : value.toString()));
    }

    /** The declaration with its texts as they are kept. */
    NewDeclaration checked(NewDeclaration raw) {
        if (raw.recordType() == null) {
            refuse("recordType", "required", "Must be given.", null);
        }
        if (raw.key() == null || raw.key().isEmpty()) {
            refuse("key", "required", "Must be given.", null);
        } else if (!CustomField.isKey(raw.key())) {
            refuse(
                    "key",
                    "malformed_key",
                    "Must be 1 to 40 lower case letters (a to z), digits and _, a letter first.",
                    raw.key());
        }
        if (raw.type() == null) {
            refuse("type", "required", "Must be given.", null);
        }
        return new NewDeclaration(
                raw.recordType(),
                raw.key(),
                label(raw.label()),
                raw.type(),
                maxLength(raw),
                raw.type() == CustomType.CHOICE ? choices(raw.choices()) : none(raw.choices()),
                raw.required(),
                help(raw.help()));
    }

    private Integer maxLength(NewDeclaration raw) {
        Integer given = raw.maxLength();
        if (raw.type() != CustomType.TEXT) {
            if (given != null) {
                refuse("maxLength", "not_allowed", "Only a text has a greatest length.", given);
            }
            return 0;
        }
        int length = given == null ? NewDeclaration.DEFAULT_LENGTH : given;
        if (length < 1 || length > CustomField.MAX_LENGTH) {
            refuse("maxLength", "out_of_range", "Must be from 1 to " + CustomField.MAX_LENGTH + ".", length);
        }
        return length;
    }

    private List<String> none(List<String> choices) {
        if (!choices.isEmpty()) {
            refuse("choices", "not_allowed", "Only a choice has values to choose from.", null);
        }
        return List.of();
    }

    private List<String> choices(List<String> raw) {
        List<String> choices = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        if (raw.isEmpty() || raw.size() > CustomFields.MAX_CHOICES) {
            refuse("choices", "out_of_range", "Must be 1 to " + CustomFields.MAX_CHOICES + " values.", raw.size());
            return choices;
        }
        for (String one : raw) {
            String choice = required("choices", MAX_CHOICE, one);
            if (choice != null && !taken.add(FieldRules.folded(choice))) {
                refuse("choices", "given_twice", "Each must differ from the others beyond upper and lower case.", one);
            }
            choices.add(choice == null ? "" : choice);
        }
        return choices;
    }

    private String label(String raw) {
        return required("label", MAX_LABEL, raw);
    }

    private String help(String raw) {
        return (String) FieldRules.check(new TextPart("help", MAX_HELP), raw, violations);
    }

    private String required(String name, int maxLength, String raw) {
        int before = violations.size();
        Object text = FieldRules.check(new TextPart(name, maxLength), raw, violations);
        if (text == null && violations.size() == before) {
            refuse(name, "required", "Must be given.", null);
        }
        return (String) text;
    }

    /** The declaration as it would be; its version is the same. */
    Declaration changed(Declaration before, DeclarationEdit edit) {
        List<String> choices = before.choices();
        if (edit.choices() != null) {
            choices = before.type() == CustomType.CHOICE ? choices(edit.choices()) : none(edit.choices());
            List<String> missing = new ArrayList<>(before.choices());
            missing.removeAll(choices);
            if (!missing.isEmpty()) {
                refuse("choices", "choice_missing", "Values that are there stay; missing is this.", missing.get(0));
            }
        }
        return new Declaration(
                before.id(),
                before.account(),
                before.recordType(),
                before.key(),
                edit.label() == null ? before.label() : label(edit.label()),
                before.type(),
                before.maxLength(),
                choices,
                edit.required() == null ? before.required() : edit.required(),
                edit.help() == null ? before.help() : help(edit.help()),
                before.archived(),
                before.version());
    }
}
