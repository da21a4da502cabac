/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.record.RecordType;

/**
 * Why a record looks as it does (requirement S16): what each field holds, who wrote it, what the external systems tell of it,
 * and what waits. Values are texts, lists of texts, truth values (of {@code archived}), or null for empty. Immutable.
 *
 * @param fields those that hold a value, were changed, or are told by an external system; in the order of the type, then
 *     {@code archived}
 * @param links the record's ids in external systems, by connection and id
 * @param conflicts what waits for a decision; at most {@value #MAX_WAITING}
 * @param quarantined what was told of it and could not be taken in; at most {@value #MAX_WAITING}
 * @param unsent what external systems did not take of it; at most {@value #MAX_WAITING}
 * @param lookedBackTo the oldest change that was looked at; null when it was the record's first
 */
public record Explanation(
        RecordType type,
        UUID recordId,
        String code,
        String name,
        long version,
        List<ExplainedField> fields,
        List<ExplainedLink> links,
        List<Conflict> conflicts,
        List<Quarantined> quarantined,
        List<UnsentRecord> unsent,
        Instant lookedBackTo) {
    /** Conflicts, quarantined records and refusals that are listed, of each. */
    public static final int MAX_WAITING = 200;
    /** Changes of the record that are looked at, newest first. */
    public static final int MAX_CHANGES = 1000;

    public Explanation {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(recordId, "recordId");
        fields = List.copyOf(fields);
        links = List.copyOf(links);
        conflicts = List.copyOf(conflicts);
        quarantined = List.copyOf(quarantined);
        unsent = List.copyOf(unsent);
    }

    /**
     * @param field its path, or {@code archived}
     * @param value ours
     * @param origin the change that gave it this value; null when it was never changed, or longer ago than was looked
     * @param told by each external system that tells the field, in the order of the links
     */
    public record ExplainedField(String field, Object value, ValueOrigin origin, List<Told> told) {
        public ExplainedField {
            Objects.requireNonNull(field, "field");
            told = List.copyOf(told);
        }
    }

    /**
     * A change, as the audit trail has it.
     *
     * @param actor who did it: a person's sign-in name, or a connection's name
     * @param through {@code REST}, {@code SHELL}, …, or {@code CONNECTION:erp}
     * @param run the run that brought it; null when no run did
     * @param source what the run read, for example a file's name; null without a run, or when the run is not kept any more
     */
    public record ValueOrigin(
            Instant at,
            String actor,
            String onBehalfOf,
            String through,
            AuditAction action,
            String before,
            UUID run,
            String source) {}

    /**
     * What an external system tells of a field.
     *
     * @param theirs what it told last; a reference is an id of theirs
     * @param agreed our value of the state both agreed on last
     * @param rule whose value stays when both change it; null when the connection did not say its rules yet
     * @param conflict the conflict that waits in it, or null
     */
    public record Told(
            String connection, String externalId, Object theirs, Object agreed, MergeRule rule, UUID conflict) {}

    /**
     * @param told whether the external system ever told the record; else the reference was only noted
     * @param match by what the connection looks for records among ours; empty when the rules are not known
     * @param rulesSince since when the connection has its rules; null when they are not known
     * @param written the last change that came through the connection; null when there is none as far as was looked
     */
    public record ExplainedLink(
            String connection,
            String externalId,
            boolean told,
            List<MatchKey> match,
            Instant rulesSince,
            ValueOrigin written) {
        public ExplainedLink {
            match = List.copyOf(match);
        }
    }
}
