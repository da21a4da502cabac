/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.osgi.service.component.annotations.Component;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.RecordChange;
import org.kontor.spi.store.WriteTransaction;

/** Checks drafts in sets and writes those that meet the rules. */
@Component
public final class RuledRecordWriter implements RecordWriter {
    @Override
    public List<Written> write(CallContext context, WriteTransaction transaction, RecordType type, List<Draft> drafts) {
        context.requireWriter();
        Map<UUID, BusinessRecord> customers =
                type == RecordType.LOCATION ? PlaceRule.customers(context, transaction, drafts) : Map.of();
        Homes homes = new Homes(context.scope(), customers);
        Declared declared = Declared.of(transaction, type, homes, drafts);
        List<Candidate> candidates = drafts.stream()
                .map(draft -> new Candidate(type, draft, homes.of(draft), declared))
                .toList();
        switch (type) {
            case CUSTOMER -> AccountRule.apply(context, transaction, candidates);
            case LOCATION -> new PlaceRule(context, transaction, customers, candidates).apply();
            case ACCOUNT -> new TreeRule(context, transaction, candidates).apply();
        }
        ProfileRule.apply(transaction, type, candidates);
        CodeRule.apply(transaction, type, candidates);
        Stamp stamp =
                new Stamp(Ids.now(), context.actor().name(), context.source().toString());
        Map<Candidate, RecordChange> changes = new HashMap<>();
        List<RecordChange> inOrder = new ArrayList<>();
        for (Candidate candidate : Candidate.open(candidates)) {
            RecordChange change = change(type, candidate, stamp);
            if (change != null) {
                changes.put(candidate, change);
                inOrder.add(change);
            }
        }
        if (!inOrder.isEmpty()) {
            transaction.save(type, inOrder);
        }
        if (type == RecordType.ACCOUNT) {
            Labs.make(this, context, transaction, inOrder);
        }
        return candidates.stream()
                .map(candidate -> written(candidate, changes.get(candidate)))
                .toList();
    }

    private static Written written(Candidate candidate, RecordChange change) {
        if (!candidate.open()) {
            return Written.refused(candidate.refusal());
        }
        return change == null
                ? new Written(candidate.draft.existing(), null, null)
                : new Written(change.after(), change.action(), null);
    }

    /** The change that the candidate asks for, or null when it asks for none. */
    private static RecordChange change(RecordType type, Candidate candidate, Stamp stamp) {
        BusinessRecord before = candidate.draft.existing();
        List<CrossReference> references = references(candidate.draft);
        AuditAction action = action(candidate, references);
        if (action == null) {
            return null;
        }
        RecordHeader header = new RecordHeader(
                candidate.id,
                candidate.account,
                before == null ? 1 : before.version() + 1,
                candidate.archived,
                before == null ? stamp : before.header().created(),
                stamp);
        return new RecordChange(before, BusinessRecord.of(type, header, candidate.values, references), action);
    }

    private static AuditAction action(Candidate candidate, List<CrossReference> references) {
        BusinessRecord before = candidate.draft.existing();
        if (before == null) {
            return AuditAction.CREATE;
        }
        if (before.archived() != candidate.archived) {
            return candidate.archived ? AuditAction.ARCHIVE : AuditAction.UNARCHIVE;
        }
        if (!before.values().equals(candidate.values) || candidate.moves()) {
            return AuditAction.UPDATE;
        }
        return references.size() > before.crossReferences().size() ? AuditAction.LINK : null;
    }

    @Override
    public boolean isSame(Field field, Object raw, Object checked) {
        List<Violation> violations = new ArrayList<>();
        Field known = field instanceof CustomField custom ? Declared.holding(custom, checked) : field;
        Object value = FieldRules.check(known, raw, violations);
        return violations.isEmpty() && Objects.equals(value, checked);
    }

    private static List<CrossReference> references(Draft draft) {
        List<CrossReference> references = new ArrayList<>(
                draft.existing() == null ? List.of() : draft.existing().crossReferences());
        if (draft.reference() != null && !references.contains(draft.reference())) {
            references.add(draft.reference());
        }
        return references;
    }
}
