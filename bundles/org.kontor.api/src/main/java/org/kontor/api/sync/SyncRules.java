/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.kontor.api.record.Field;

/**
 * How records of one connection and type are matched and merged (requirements S5, S6). Immutable.
 *
 * @param match by what a record that is new to the connection is found among ours, tried in this order; empty: by cross
 *     reference alone
 * @param merge whose value stays where both sides changed a field
 * @param fields fields with a rule of their own
 * @param emptyClears whether a value that is empty there clears ours also where both never agreed on one: a file is an
 *     instruction, a system that was just connected is not
 * @param bothWays whether the connection also writes there, so that what is kept of ours is to be sent
 * @param brake how much a run may archive
 * @param byHand whether what is new must have what {@link org.kontor.api.profile.CreationProfiles} ask for: somebody brings it, and can
 *     complete it
 */
public record SyncRules(
        List<MatchKey> match,
        MergeRule merge,
        Map<Field, MergeRule> fields,
        boolean emptyClears,
        boolean bothWays,
        Brake brake,
        boolean byHand) {
    /** By cross reference alone; theirs stays. */
    public static final SyncRules PLAIN = new SyncRules(List.of(), MergeRule.THEIRS, Map.of(), false);
    /** Of files: a record of ours with the same code is the same record; theirs stays, also what is empty. */
    public static final SyncRules BY_CODE =
            new SyncRules(List.of(MatchKey.CODE), MergeRule.THEIRS, Map.of(), true, false, Brake.NONE, true);

    /** Of a connection that only reads, without a brake. */
    public SyncRules(List<MatchKey> match, MergeRule merge, Map<Field, MergeRule> fields, boolean emptyClears) {
        this(match, merge, fields, emptyClears, false, Brake.NONE);
    }

    /** Of another system. */
    public SyncRules(
            List<MatchKey> match,
            MergeRule merge,
            Map<Field, MergeRule> fields,
            boolean emptyClears,
            boolean bothWays,
            Brake brake) {
        this(match, merge, fields, emptyClears, bothWays, brake, false);
    }

    public SyncRules {
        match = List.copyOf(match);
        Objects.requireNonNull(merge, "merge");
        fields = Map.copyOf(fields);
        Objects.requireNonNull(brake, "brake");
    }

    /** The same of a connection that also writes there, or does not. */
    public SyncRules withBothWays(boolean both) {
        return new SyncRules(match, merge, fields, emptyClears, both, brake, byHand);
    }

    /** The same with another brake. */
    public SyncRules withBrake(Brake other) {
        return new SyncRules(match, merge, fields, emptyClears, bothWays, other, byHand);
    }

    /** The same of what somebody brings, or does not. */
    public SyncRules withByHand(boolean hand) {
        return new SyncRules(match, merge, fields, emptyClears, bothWays, brake, hand);
    }

    public MergeRule merge(Field field) {
        return fields.getOrDefault(field, merge);
    }

    public SyncRules matchedBy(List<MatchKey> keys) {
        return new SyncRules(keys, merge, fields, emptyClears, bothWays, brake, byHand);
    }
}
