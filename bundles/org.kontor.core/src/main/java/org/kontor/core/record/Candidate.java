/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.core.rules.RecordRules;
import org.kontor.spi.record.Draft;
import org.kontor.spi.store.Ids;

/** A draft on its way through the checks: what it would become, and why it may not. Not thread-safe. */
final class Candidate {
    final Draft draft;
    final UUID id;
    /** The record's values as they would be; its code may still be missing. */
    FieldValues values;
    /** The account that would manage it: codes are unique in it. */
    UUID account;
    /** The archive mark as it would be. */
    boolean archived;

    private final List<Violation> violations = new ArrayList<>();
    private KontorException refusal;

    /** @param account the one that would manage it */
    Candidate(RecordType type, Draft draft, UUID account, Declared declared) {
        BusinessRecord existing = draft.existing();
        this.account = account;
        this.draft = draft;
        this.id = existing != null ? existing.id() : draft.id() != null ? draft.id() : Ids.next();
        this.archived = draft.archived() != null ? draft.archived() : existing != null && existing.archived();
        FieldValues base = existing == null ? FieldValues.EMPTY : existing.values();
        FieldValues checked = RecordRules.check(declared.known(account, base, draft.changes(), violations), violations);
        if (existing != null && checked.has(type.codeField()) && checked.get(type.codeField()) == null) {
            require(type.codeField());
        }
        this.values = base.with(checked);
        violations.addAll(RecordRules.whole(type, values, violations));
        if (draft.occasion() != Draft.Occasion.LAB) { // nobody could fill it in
            declared.require(account, existing == null ? null : base, values, violations);
        }
        if (existing != null && draft.version() != null && draft.version() != existing.version()) {
            refuse(stale(existing, draft.version()));
        }
        if (draft.reference() != null && account != null && !account.equals(Account.OPERATOR)) {
            violate(
                    "reference",
                    "operators_only",
                    "Connections carry what the operator itself manages; this record is another account's.",
                    draft.reference().externalId());
        }
    }

    static KontorException stale(BusinessRecord existing, long version) {
        return new KontorException(
                ErrorCode.STALE_VERSION,
                "The record is at version " + existing.version() + ", the change is based on version " + version
                        + ". Read it again.");
    }

    private void require(Field code) {
        lack(code, "required", "Must be given.");
    }

    /** A field that is missing, unless something else is told of it. */
    void lack(Field field, String rule, String message) {
        if (violations.stream().noneMatch(violation -> violation.field().equals(field.path()))) {
            violate(field, rule, message, null);
        }
    }

    boolean open() {
        return refusal == null && violations.isEmpty();
    }

    void violate(Field field, String rule, String message, Object value) {
        violate(field.path(), rule, message, value);
    }

    /** @param field what is wrong, where it is no field that clients write */
    void violate(String field, String rule, String message, Object value) {
        violations.add(new Violation(field, rule, message, value == null ? null : value.toString()));
    }

    void refuse(KontorException reason) {
        refusal = reason;
    }

    KontorException refusal() {
        return refusal != null ? refusal : KontorException.invalid(violations);
    }

    boolean isNew() {
        return draft.existing() == null;
    }

    /** Whether it would be managed by another account than now; a new one always is. */
    boolean moves() {
        return isNew() || !draft.existing().header().managingAccount().equals(account);
    }

    /** Whether the change gives this field another value than the record has. */
    boolean changes(Field field) {
        Object before = isNew() ? null : draft.existing().values().get(field);
        return !Objects.equals(before, values.get(field));
    }

    static List<Candidate> open(List<Candidate> all) {
        return all.stream().filter(Candidate::open).toList();
    }
}
