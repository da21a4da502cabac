/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.WriteTransaction;

/**
 * Takes one step of a batch in: looks the records up in sets, keeps what is new, writes it in sets. Used once, inside one
 * transaction.
 */
final class Step {
    private final CallContext context;
    private final WriteTransaction transaction;
    private final RecordWriter writer;
    private final RecordType type;
    private final boolean matchByCode;
    private final String connection;
    /** What was written, by result. */
    private final Map<ItemResult, FieldValues> stored = new java.util.IdentityHashMap<>();

    Step(CallContext context, WriteTransaction transaction, RecordWriter writer, RecordType type, boolean matchByCode) {
        this.context = context;
        this.transaction = transaction;
        this.writer = writer;
        this.type = type;
        this.matchByCode = matchByCode;
        this.connection = context.source().name();
    }

    /** A record that tells something new, and what it is to become. */
    private record News(SourceRecord source, Snapshot snapshot, Draft draft) {}

    List<ItemResult> take(List<SourceRecord> records) {
        Map<SourceRecord, ItemResult> results = new java.util.IdentityHashMap<>();
        Map<String, Link> links = links(records);
        List<SourceRecord> told = new ArrayList<>();
        Map<SourceRecord, Snapshot> snapshots = new java.util.IdentityHashMap<>();
        for (SourceRecord record : records) {
            KontorException refusal = unfit(record);
            Snapshot snapshot = Snapshot.of(record);
            Link link = links.get(record.externalId());
            if (refusal != null) {
                results.put(record, refused(record, refusal));
            } else if (link != null && snapshot.hash().equals(link.hash())) {
                results.put(
                        record,
                        new ItemResult(
                                record.externalId(), Outcome.UNCHANGED, link.recordId(), null, null, null, List.of()));
            } else {
                snapshots.put(record, snapshot);
                told.add(record);
            }
        }
        if (!told.isEmpty()) {
            write(drafts(told, links, snapshots, results), results);
        }
        return records.stream().map(results::get).toList();
    }

    /** The values of the record as they are after this step; null when nothing was written. */
    FieldValues stored(ItemResult result) {
        return stored.get(result);
    }

    private Map<String, Link> links(List<SourceRecord> records) {
        Set<String> ids = records.stream()
                .map(SourceRecord::externalId)
                .filter(ExternalIds::isStorable)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : transaction.sync().links(connection, type, ids);
    }

    private static KontorException unfit(SourceRecord record) {
        if (record.refusal() != null) {
            return record.refusal();
        }
        try {
            ExternalIds.check("externalId", record.externalId());
            return null;
        } catch (KontorException malformed) {
            return malformed;
        }
    }

    private List<News> drafts(
            List<SourceRecord> told,
            Map<String, Link> links,
            Map<SourceRecord, Snapshot> snapshots,
            Map<SourceRecord, ItemResult> results) {
        Map<UUID, BusinessRecord> linked = byIds(told.stream()
                .map(record -> links.get(record.externalId()))
                .filter(java.util.Objects::nonNull)
                .map(Link::recordId)
                .collect(Collectors.toSet()));
        Map<String, BusinessRecord> byCode = matchByCode ? byCodes(told, links) : Map.of();
        References references = references(told);
        List<News> news = new ArrayList<>();
        for (SourceRecord record : told) {
            try {
                Link link = links.get(record.externalId());
                BusinessRecord existing = link != null
                        ? linked.get(link.recordId())
                        : matched(byCode.get(String.valueOf(record.values().get(type.codeField()))), record);
                Snapshot before = Snapshot.parse(link == null ? null : link.snapshot());
                Snapshot now = snapshots.get(record);
                news.add(new News(
                        record,
                        now,
                        draft(record, link, existing, changes(record, before, now, references), before, now)));
            } catch (KontorException refusal) {
                results.put(record, refused(record, refusal));
            }
        }
        return news;
    }

    private Map<UUID, BusinessRecord> byIds(Set<UUID> ids) {
        return ids.isEmpty() ? Map.of() : transaction.records().byIds(type, context.scope(), ids);
    }

    private Map<String, BusinessRecord> byCodes(List<SourceRecord> told, Map<String, Link> links) {
        Set<String> codes = told.stream()
                .filter(record -> !links.containsKey(record.externalId()))
                .map(record -> record.values().get(type.codeField()))
                .filter(code -> code instanceof String text && ExternalIds.isStorable(text))
                .map(String.class::cast)
                .collect(Collectors.toSet());
        return codes.isEmpty() ? Map.of() : transaction.records().byCodes(type, context.scope(), codes);
    }

    /** A record found by its code, unless it already stands for another record of the same system. */
    private BusinessRecord matched(BusinessRecord found, SourceRecord record) {
        if (found == null) {
            return null;
        }
        for (CrossReference reference : found.crossReferences()) {
            if (reference.connection().equals(connection)) {
                throw new KontorException(
                        ErrorCode.CODE_TAKEN,
                        "The code '" + found.code() + "' belongs to '" + reference.externalId()
                                + "' of the same connection.");
            }
        }
        return found;
    }

    /** Only what the external system changed since it last told: an edit on our side of another field stays. */
    private static FieldValues changes(SourceRecord record, Snapshot before, Snapshot now, References references) {
        FieldValues.Builder changes = FieldValues.builder();
        record.values().forEach((field, value) -> {
            if (now.differs(field, before)) {
                changes.set(field, value);
            }
        });
        record.references().forEach((field, externalId) -> {
            if (now.differs(field, before)) {
                changes.set(field, externalId == null ? null : references.resolve(field, externalId));
            }
        });
        return changes.build();
    }

    private Draft draft(
            SourceRecord record,
            Link link,
            BusinessRecord existing,
            FieldValues changes,
            Snapshot before,
            Snapshot now) {
        Boolean archived = now.archiveDiffers(before) ? record.archived() : null;
        CrossReference reference = link == null ? new CrossReference(connection, record.externalId()) : null;
        return new Draft(existing, null, changes, archived, null, reference);
    }

    private void write(List<News> news, Map<SourceRecord, ItemResult> results) {
        List<Written> written = writer.write(
                context, transaction, type, news.stream().map(News::draft).toList());
        List<Link> agreed = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            SourceRecord source = news.get(i).source();
            Written result = written.get(i);
            if (result.refusal() != null) {
                results.put(source, refused(source, result.refusal()));
            } else {
                Snapshot snapshot = news.get(i).snapshot();
                agreed.add(new Link(source.externalId(), result.record().id(), snapshot.hash(), snapshot.json()));
                ItemResult told = new ItemResult(
                        source.externalId(),
                        Outcome.of(result.action()),
                        result.record().id(),
                        result.record().code(),
                        null,
                        null,
                        List.of());
                results.put(source, told);
                stored.put(told, result.record().values());
            }
        }
        transaction.sync().saveLinks(connection, type, agreed);
    }

    static ItemResult refused(SourceRecord record, KontorException refusal) {
        return new ItemResult(
                record.externalId(),
                Outcome.REFUSED,
                null,
                null,
                refusal.code().code(),
                refusal.getMessage(),
                refusal.violations());
    }

    private References references(List<SourceRecord> told) {
        Map<Field, Set<String>> wanted = new HashMap<>();
        for (SourceRecord record : told) {
            record.references().forEach((field, externalId) -> {
                if (externalId != null && ExternalIds.isStorable(externalId)) {
                    wanted.computeIfAbsent(field, key -> new HashSet<>()).add(externalId);
                }
            });
        }
        Map<Field, Map<String, UUID>> found = new HashMap<>();
        wanted.forEach((field, ids) -> found.put(field, find(field.target(), ids)));
        return new References(found);
    }

    private Map<String, UUID> find(RecordType target, Set<String> externalIds) {
        Map<String, UUID> found = new HashMap<>();
        transaction
                .sync()
                .links(connection, target, externalIds)
                .forEach((externalId, link) -> found.put(externalId, link.recordId()));
        Set<String> left = new HashSet<>(externalIds);
        left.removeAll(found.keySet());
        if (matchByCode && !left.isEmpty()) {
            transaction
                    .records()
                    .byCodes(target, context.scope(), left)
                    .forEach((code, record) -> found.put(code, record.id()));
        }
        return found;
    }

    /** Which of our records the external ids of references stand for. */
    private record References(Map<Field, Map<String, UUID>> found) {
        UUID resolve(Field field, String externalId) {
            UUID id = found.getOrDefault(field, Map.of()).get(externalId);
            if (id == null) {
                throw KontorException.invalid(
                        field.path(),
                        "unknown_reference",
                        "There is no " + field.target().key() + " '" + externalId
                                + "'; it was refused, or not read yet.",
                        externalId);
            }
            return id;
        }
    }
}
