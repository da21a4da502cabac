/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.RecordWriter;

/**
 * Three ways, field by field (requirement S6). What one side alone changed since both agreed is taken; where both did, each to
 * something else, the field's rule says whose stays. Immutable.
 *
 * @param changes raw values of theirs to write to our record
 * @param archived the archive mark to write, or null to leave it
 * @param taken the fields in which theirs counts
 * @param asked the fields that wait for a person
 */
record Merge(FieldValues changes, Boolean archived, Set<String> taken, List<Asked> asked) {
    /** What a person is to decide. */
    record Asked(String field, JsonNode agreed, JsonNode ours, JsonNode theirs) {}

    /**
     * What the external system tells.
     *
     * @param values raw, references as ids of ours
     * @param changedAt or null
     */
    record Theirs(Snapshot told, FieldValues values, Boolean archived, Instant changedAt) {}

    /** Theirs counts in everything that is told. */
    static Merge create(Theirs theirs) {
        Set<String> all = new HashSet<>();
        theirs.told().names().forEach(all::add);
        return new Merge(theirs.values(), theirs.archived(), all, List.of());
    }

    static Merge of(
            RecordWriter writer, SyncRules rules, BusinessRecord ours, Snapshot before, Agreed agreed, Theirs theirs) {
        FieldValues.Builder changes = FieldValues.builder();
        Boolean archived = null;
        Set<String> taken = new HashSet<>();
        List<Asked> asked = new ArrayList<>();
        for (String name : theirs.told().names()) {
            JsonNode now = theirs.told().get(name);
            boolean clears = rules.emptyClears() && !before.tells(name);
            if (now.equals(before.get(name)) && !clears) {
                continue;
            }
            Optional<Field> field = ours.type().field(name);
            Object raw = field.isPresent() ? theirs.values().get(field.get()) : theirs.archived();
            JsonNode mine = Agreed.ours(ours, name);
            boolean same = field.map(
                            known -> writer.isSame(known, raw, ours.values().get(known)))
                    .orElse(mine.equals(now));
            MergeRule rule = same || mine.equals(agreed.get(name))
                    ? MergeRule.THEIRS
                    : decide(rule(rules, field), theirs.changedAt(), ours);
            if (rule == MergeRule.ASK) {
                asked.add(new Asked(name, agreed.get(name), mine, now));
            } else if (rule == MergeRule.THEIRS) {
                taken.add(name);
                if (field.isPresent()) {
                    changes.set(field.get(), raw);
                } else {
                    archived = theirs.archived();
                }
            }
        }
        return new Merge(changes.build(), archived, taken, asked);
    }

    private static MergeRule rule(SyncRules rules, Optional<Field> field) {
        return field.map(rules::merge).orElse(rules.merge());
    }

    /** NEWEST is settled; when nobody knows when they changed it, a person is asked. */
    private static MergeRule decide(MergeRule rule, Instant changedThere, BusinessRecord ours) {
        if (rule != MergeRule.NEWEST) {
            return rule;
        }
        if (changedThere == null) {
            return MergeRule.ASK;
        }
        return changedThere.isBefore(ours.header().changed().at()) ? MergeRule.OURS : MergeRule.THEIRS;
    }

    /** What both hold from now on as far as it was told: of what is asked, still the old. */
    Snapshot agreedOn(Snapshot told, Snapshot before) {
        return asked.isEmpty()
                ? told
                : told.withOld(asked.stream().map(Asked::field).toList(), before);
    }
}
