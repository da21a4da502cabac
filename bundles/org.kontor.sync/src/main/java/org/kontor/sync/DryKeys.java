/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.text.MatchKeys;

/**
 * By what records of a dry run depend on earlier ones: an id that is referred to, a code that is taken or given up, a record of
 * ours that is claimed. Stateless.
 */
final class DryKeys {
    private DryKeys() {}

    /** It was taken in. */
    static long known(RecordType type, String externalId) {
        return hash(type, "id", externalId);
    }

    /** It went to the quarantine. */
    static long refused(RecordType type, String externalId) {
        return hash(type, "refused", externalId);
    }

    /** It is not there any more. */
    static long gone(RecordType type, String externalId) {
        return hash(type, "gone", externalId);
    }

    /** What is to be sent of a record of ours is known. */
    static long ours(RecordType type, UUID id) {
        return hash(type, "record", id.toString());
    }

    /** Something was hung on a record of ours, or taken off it. */
    static long holds(RecordType type, UUID id) {
        return hash(type, "holds", id.toString());
    }

    /** What later records may depend on. */
    static List<Long> left(String externalId, Step.Taken taken) {
        BusinessRecord before = taken.before();
        RecordType type = taken.after().type();
        List<Long> keys = new ArrayList<>();
        keys.add(known(type, externalId));
        keys.add(hash(type, MatchKey.CODE.key(), taken.after().code()));
        if (before != null) {
            keys.add(ours(type, before.id()));
            keys.add(hash(type, MatchKey.CODE.key(), before.code()));
        }
        // a record that the connection knows is claimed by nobody any more, by whatever it is like
        if (before != null && !taken.linked()) {
            for (MatchKey key : MatchKey.values()) {
                String value = MatchKeys.of(key, type, before.values());
                if (key != MatchKey.CODE && value != null) {
                    keys.add(hash(type, key.key(), value));
                }
            }
        }
        Stream.of(taken.after(), before)
                .filter(Objects::nonNull)
                .flatMap(record -> targets(record).stream())
                .forEach(target -> keys.add(holds(target.type(), target.id())));
        return keys.stream().distinct().toList();
    }

    /** A record of ours that another one points to. */
    record Target(RecordType type, UUID id) {}

    static List<Target> targets(BusinessRecord record) {
        return record.type().fields().stream()
                .filter(field -> field.target() != null && record.values().reference(field) != null)
                .map(field -> new Target(field.target(), record.values().reference(field)))
                .toList();
    }

    /** What a record may depend on. */
    static List<Long> wanted(RecordType type, SourceRecord record, SyncRules rules) {
        List<Long> keys = new ArrayList<>();
        keys.add(known(type, record.externalId()));
        boolean byCode = rules.match().contains(MatchKey.CODE);
        record.references().forEach((field, externalId) -> {
            if (externalId != null) {
                addReference(keys, field, externalId, byCode);
            }
        });
        for (MatchKey key : MatchKey.values()) {
            String value = key == MatchKey.CODE || rules.match().contains(key)
                    ? MatchKeys.of(key, type, record.values())
                    : null;
            if (value != null) {
                keys.add(hash(type, key.key(), value));
            }
        }
        return keys;
    }

    private static void addReference(List<Long> keys, Field field, String externalId, boolean byCode) {
        keys.add(known(field.target(), externalId));
        if (byCode) {
            keys.add(hash(field.target(), MatchKey.CODE.key(), externalId));
        }
    }

    /** Two texts with the same hash make a record that is taken in once more for nothing. */
    private static long hash(RecordType type, String kind, String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = type.key() + '\0' + kind + '\0' + value;
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
