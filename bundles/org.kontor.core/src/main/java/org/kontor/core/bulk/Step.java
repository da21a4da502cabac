/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.WriteTransaction;

/** Writes one step of a call in sets. Used inside one transaction. */
final class Step {
    private final CallContext context;
    private final WriteTransaction transaction;
    private final RecordWriter writer;
    private final Known known;
    private final BulkResult[] results;

    /** @param results by place of the row; what is answered is put there */
    Step(CallContext context, WriteTransaction transaction, RecordWriter writer, Known known, BulkResult[] results) {
        this.context = context;
        this.transaction = transaction;
        this.writer = writer;
        this.known = known;
        this.results = results;
    }

    void take(List<Entry> step) {
        for (RecordType type : List.of(RecordType.CUSTOMER, RecordType.LOCATION)) {
            List<Entry> taken = new ArrayList<>();
            List<Draft> drafts = new ArrayList<>();
            for (Entry entry : step) {
                if (entry.type() == type) {
                    try {
                        drafts.add(draft(entry));
                        taken.add(entry);
                    } catch (KontorException refusal) {
                        results[entry.place()] = Results.refused(type, refusal);
                    }
                }
            }
            if (!drafts.isEmpty()) {
                write(type, taken, drafts);
            }
        }
    }

    private void write(RecordType type, List<Entry> taken, List<Draft> drafts) {
        List<Written> written = writer.write(context, transaction, type, drafts);
        for (int i = 0; i < taken.size(); i++) {
            Written one = written.get(i);
            if (one.record() != null) {
                known.put(one.record());
            }
            results[taken.get(i).place()] = Results.of(type, one);
        }
    }

    private Draft draft(Entry entry) {
        BusinessRecord existing = known.matched(entry.type(), entry.key());
        CrossReference reference = newReference(entry, existing);
        if (existing == null) {
            mustBeNew(entry);
            return new Draft(null, null, newValues(entry), null, null, reference);
        }
        if (entry.action() == BulkAction.CREATE) {
            throw there(entry, existing);
        }
        return new Draft(existing, entry.version(), values(entry), archived(entry.action()), null, reference);
    }

    private static Boolean archived(BulkAction action) {
        return switch (action) {
            case ARCHIVE -> true;
            case UNARCHIVE -> false;
            case CREATE, UPDATE, UPSERT -> null;
        };
    }

    private static void mustBeNew(Entry entry) {
        boolean mayBeNew = entry.action() == BulkAction.CREATE || entry.action() == BulkAction.UPSERT;
        RecordKey key = entry.key();
        if (mayBeNew && key.id() == null && entry.version() == null) {
            return;
        }
        if (key.isEmpty()) {
            throw KontorException.invalid("id", "required", "Must name the record by id, reference or code.", null);
        }
        throw new KontorException(
                ErrorCode.NOT_FOUND, "There is no " + entry.type().key() + " with " + described(key) + ".");
    }

    private static String described(RecordKey key) {
        if (key.id() != null) {
            return "the id " + key.id();
        }
        return key.reference() != null
                ? "the reference '" + key.reference().connection() + ":"
                        + key.reference().externalId() + "'"
                : "the code '" + key.code() + "'";
    }

    private KontorException there(Entry entry, BusinessRecord existing) {
        return known.linked(entry.type(), entry.reference()) != null
                ? referenceTaken(entry.reference())
                : new KontorException(
                        ErrorCode.CODE_TAKEN, "The code '" + existing.code() + "' is in use by another record.");
    }

    /**
     * The reference to add to the record, or null when it has it. One that belongs to another record is never moved, and
     * no record stands for two of one connection.
     */
    private CrossReference newReference(Entry entry, BusinessRecord existing) {
        CrossReference reference = entry.reference();
        if (reference == null) {
            return null;
        }
        UUID linked = known.linked(entry.type(), reference);
        if (linked != null) {
            if (existing == null || !linked.equals(existing.id())) {
                throw referenceTaken(reference);
            }
            return null;
        }
        if (existing != null) {
            for (CrossReference other : existing.crossReferences()) {
                if (other.connection().equals(reference.connection())) {
                    throw KontorException.invalid(
                            "reference",
                            "other_reference",
                            "The " + entry.type().key() + " '" + existing.code() + "' is '" + other.externalId()
                                    + "' of the same connection.",
                            reference.externalId());
                }
            }
        }
        return reference;
    }

    private static KontorException referenceTaken(CrossReference reference) {
        return KontorException.invalid(
                "reference", "taken", "The reference belongs to another record.", reference.externalId());
    }

    /** Values of a record that is made: the code it was named by is its code. */
    private FieldValues newValues(Entry entry) {
        FieldValues values = values(entry);
        Field code = entry.type().codeField();
        return entry.key().code() == null || values.get(code) != null
                ? values
                : values.with(
                        FieldValues.builder().set(code, entry.key().code()).build());
    }

    private FieldValues values(Entry entry) {
        if (entry.references().isEmpty()) {
            return entry.values();
        }
        FieldValues.Builder values = FieldValues.builder();
        entry.values().forEach(values::set);
        List<Violation> unknown = new ArrayList<>();
        entry.references().forEach((field, key) -> {
            UUID id = known.named(field.target(), key);
            if (id == null) {
                unknown.add(new Violation(
                        field.path(),
                        "unknown_reference",
                        "There is no " + field.target().key() + " with " + described(key) + ".",
                        null));
            }
            values.set(field, id);
        });
        if (!unknown.isEmpty()) {
            throw KontorException.invalid(unknown);
        }
        return values.build();
    }
}
