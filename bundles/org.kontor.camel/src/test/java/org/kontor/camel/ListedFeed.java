/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.feed.Change;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.camel.component.FollowedFeed;

/** A change feed in memory. */
final class ListedFeed implements FollowedFeed {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<UUID, BusinessRecord> records = new ConcurrentHashMap<>();

    synchronized UUID add(RecordType type, String name, String source) {
        UUID id = UUID.randomUUID();
        changes.add(
                new Change(changes.size() + 1, type.key(), id, 1, AuditAction.CREATE, AT, source, UUID.randomUUID()));
        FieldValues values = FieldValues.builder()
                .set(CustomerField.NAME, name)
                .set(CustomerField.ADDRESS_CITY, "Bern")
                .build();
        if (type == RecordType.CUSTOMER && name != null) {
            Stamp stamp = new Stamp(AT, "me", source);
            records.put(
                    id,
                    BusinessRecord.of(
                            type, new RecordHeader(id, new UUID(0, 1), 1, false, stamp, stamp), values, List.of()));
        }
        return id;
    }

    @Override
    public synchronized long position(String consumer, boolean fromNow) {
        return positions.computeIfAbsent(consumer, name -> fromNow ? (long) changes.size() : 0L);
    }

    @Override
    public synchronized List<Change> read(long after, int limit) {
        return changes.stream()
                .filter(change -> change.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<UUID, BusinessRecord> records(RecordType type, Collection<UUID> ids) {
        Map<UUID, BusinessRecord> found = new ConcurrentHashMap<>(records);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public void move(String consumer, long position) {
        positions.merge(consumer, position, Math::max);
    }
}
