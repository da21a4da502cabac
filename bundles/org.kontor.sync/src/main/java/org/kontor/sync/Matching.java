/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.store.RecordReader;
import org.kontor.spi.text.MatchKeys;

/**
 * Finds the records of ours that records new to a connection stand for, by match keys in their order (requirement S5). Several
 * that fit are refused, never guessed. Used once, inside one transaction.
 */
final class Matching {
    private final RecordReader records;
    private final UUID scope;
    private final String connection;
    private final RecordType type;
    private final Map<SourceRecord, BusinessRecord> matched = new IdentityHashMap<>();
    private final Map<SourceRecord, KontorException> refused = new IdentityHashMap<>();
    /** No record of ours stands for two of theirs. */
    private final Set<UUID> claimed = new HashSet<>();

    Matching(RecordReader records, UUID scope, String connection, RecordType type) {
        this.records = records;
        this.scope = scope;
        this.connection = connection;
        this.type = type;
    }

    /** Looks for the records by one key after the other, as long as one is left. */
    void find(List<SourceRecord> unknown, List<MatchKey> keys) {
        List<SourceRecord> left = unknown;
        for (MatchKey key : keys) {
            if (!left.isEmpty()) {
                find(left, key);
                left = left.stream()
                        .filter(record -> !matched.containsKey(record) && !refused.containsKey(record))
                        .toList();
            }
        }
    }

    /** @throws KontorException when it was refused */
    BusinessRecord matched(SourceRecord record) {
        if (refused.containsKey(record)) {
            throw refused.get(record);
        }
        return matched.get(record);
    }

    private void find(List<SourceRecord> unknown, MatchKey key) {
        Map<SourceRecord, String> values = new IdentityHashMap<>();
        for (SourceRecord record : unknown) {
            String value = MatchKeys.of(key, type, record.values());
            if (value != null && ExternalIds.isStorable(value, MatchKeys.MAX_LENGTH)) {
                values.put(record, value);
            }
        }
        if (values.isEmpty()) {
            return;
        }
        Map<String, List<BusinessRecord>> alike = alike(key, new HashSet<>(values.values()));
        for (SourceRecord record : unknown) {
            try {
                choose(record, key, alike.getOrDefault(values.getOrDefault(record, ""), List.of()));
            } catch (KontorException several) {
                refused.put(record, several);
            }
        }
    }

    private Map<String, List<BusinessRecord>> alike(MatchKey key, Set<String> values) {
        if (key != MatchKey.CODE) {
            return records.byKey(type, scope, key, values);
        }
        Map<String, List<BusinessRecord>> byCode = new HashMap<>();
        records.byCodes(type, scope, values).forEach((code, record) -> byCode.put(code, List.of(record)));
        return byCode;
    }

    private void choose(SourceRecord record, MatchKey key, List<BusinessRecord> alike) {
        if (key == MatchKey.CODE) {
            alike.forEach(this::refuseTaken);
        }
        List<BusinessRecord> free = alike.stream()
                .filter(found -> otherId(found) == null && !claimed.contains(found.id()))
                .toList();
        if (free.size() > 1) {
            throw ambiguous(record, key, free);
        }
        if (!free.isEmpty()) {
            claim(record, free.get(0));
        }
    }

    /** Says what a record stands for. */
    void claim(SourceRecord record, BusinessRecord found) {
        claimed.add(found.id());
        matched.put(record, found);
    }

    /** A code is there once, so that a new record could not have it either. */
    private void refuseTaken(BusinessRecord found) {
        String other = otherId(found);
        if (other != null) {
            throw new KontorException(
                    ErrorCode.CODE_TAKEN,
                    "The code '" + found.code() + "' belongs to '" + other + "' of the same connection.");
        }
    }

    private String otherId(BusinessRecord found) {
        return found.crossReferences().stream()
                .filter(reference -> reference.connection().equals(connection))
                .map(CrossReference::externalId)
                .findFirst()
                .orElse(null);
    }

    private KontorException ambiguous(SourceRecord record, MatchKey key, List<BusinessRecord> free) {
        String codes = free.stream().map(found -> "'" + found.code() + "'").collect(Collectors.joining(", "));
        return new KontorException(
                ErrorCode.AMBIGUOUS_MATCH,
                "May be " + codes + " of ours, by " + key.key() + ". Say which, or that it is a new one.",
                free.stream()
                        .map(found -> new Violation(
                                key.fields().get(0),
                                "ambiguous_match",
                                "May be '" + found.code() + "', " + found.name() + ".",
                                found.id().toString()))
                        .toList());
    }
}
