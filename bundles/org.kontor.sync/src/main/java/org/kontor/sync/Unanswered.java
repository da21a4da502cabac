/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.ReadTransaction;

/**
 * Changes that were begun there and whose answer was lost. What they show of them is ours and no change of theirs: else an
 * edit that was made here since would be taken for the other side of a conflict. Immutable.
 */
final class Unanswered {
    private final RecordWriter writer;
    private final RecordType type;
    /** What was sent, by our record. */
    private final Map<UUID, String> sent;

    private Unanswered(RecordWriter writer, RecordType type, Map<UUID, String> sent) {
        this.writer = writer;
        this.type = type;
        this.sent = sent;
    }

    /** @param records of ours that something is told of */
    static Unanswered of(
            ReadTransaction transaction,
            RecordWriter writer,
            String connection,
            RecordType type,
            SyncRules rules,
            Collection<UUID> records) {
        Map<UUID, String> sent = new HashMap<>();
        if (rules.bothWays() && !records.isEmpty()) {
            for (Pending one : transaction.pending().of(connection, type, records)) {
                if (one.state() == Pending.State.CHANGING) {
                    sent.put(one.recordId(), one.sent());
                }
            }
        }
        return new Unanswered(writer, type, sent);
    }

    /**
     * What both hold, with what they show of our change.
     *
     * @param agreed what was agreed on before the change
     * @param ours as it is now
     * @param theirs the values told, as ours
     */
    Agreed agreed(Agreed agreed, BusinessRecord ours, SourceRecord told, Snapshot now, FieldValues theirs) {
        String json = sent.get(ours.id());
        if (json == null) {
            return agreed;
        }
        BusinessRecord then = Agreed.whole(json, ours);
        Snapshot holds = agreed.told();
        Set<String> kept = new HashSet<>(agreed.names(then, now));
        for (String name : now.names()) {
            if (!now.get(name).equals(agreed.told().get(name)) && isSame(name, told, theirs, then)) {
                holds = holds.with(name, now.get(name));
                kept.remove(name);
            }
        }
        return agreed.sent(holds, then, kept);
    }

    private boolean isSame(String name, SourceRecord told, FieldValues theirs, BusinessRecord then) {
        Optional<Field> field = type.field(name);
        return field.isEmpty()
                ? told.archived().equals(then.archived())
                : writer.isSame(
                        field.get(), theirs.get(field.get()), then.values().get(field.get()));
    }
}
