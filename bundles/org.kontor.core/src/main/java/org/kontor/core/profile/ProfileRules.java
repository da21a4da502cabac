/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kontor.api.account.AccountField;
import org.kontor.api.custom.Declaration;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.profile.CreationProfiles;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;

/** What a creation profile may ask for. Stateless. */
final class ProfileRules {
    private static final String FIELDS = "fields";

    /** Told by Kontor alone: nobody could give them. */
    private static final Set<Field> READ_ONLY = Set.of(AccountField.CONVERTED_TO);

    private ProfileRules() {}

    /**
     * @param declared the custom fields that count for the account, by key
     * @throws KontorException {@code invalid_input} with all violations at once
     */
    static void check(
            RecordType type, List<String> fields, boolean regionWhereSubdivided, Map<String, Declaration> declared) {
        List<Violation> violations = new ArrayList<>();
        if (fields.size() > CreationProfiles.MAX_FIELDS) {
            throw KontorException.invalid(
                    FIELDS,
                    "too_many",
                    "Must be at most " + CreationProfiles.MAX_FIELDS + " fields.",
                    String.valueOf(fields.size()));
        }
        Set<String> seen = new HashSet<>();
        for (String path : fields) {
            if (!seen.add(path)) {
                violations.add(new Violation(FIELDS, "given_twice", "Is given twice.", path));
            } else {
                check(type, path, declared, violations);
            }
        }
        if (regionWhereSubdivided && type == RecordType.ACCOUNT) {
            violations.add(new Violation(
                    "regionWhereSubdivided", "not_allowed", "Only customers and locations have an address.", "true"));
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }

    private static void check(
            RecordType type, String path, Map<String, Declaration> declared, List<Violation> violations) {
        Field field = type.field(path).orElse(null);
        Declaration declaration = field instanceof CustomField custom ? declared.get(custom.key()) : null;
        if (field == null || field instanceof CustomField && declaration == null) {
            violations.add(
                    new Violation(FIELDS, "unknown_field", "A " + type.key() + " has no such field here.", path));
        } else if (declaration != null && declaration.archived()) {
            violations.add(new Violation(FIELDS, "archived", "The field is archived and takes no values.", path));
        } else if (READ_ONLY.contains(field)) {
            violations.add(new Violation(FIELDS, "read_only", "Nobody can give it: Kontor tells it.", path));
        }
    }
}
