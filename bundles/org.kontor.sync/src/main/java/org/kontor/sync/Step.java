/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantine.Identity;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.WriteTransaction;

/**
 * Takes one step of a batch in: looks the records up in sets, merges what is new, writes it in sets. Used once, inside one
 * transaction.
 */
final class Step {
    private final CallContext context;
    private final WriteTransaction transaction;
    private final RecordWriter writer;
    private final RecordType type;
    private final SyncRules rules;
    private final String connection;
    private final Map<String, Identity> identities;
    /** By result. */
    private final Map<ItemResult, Taken> taken = new IdentityHashMap<>();

    Step(CallContext context, WriteTransaction transaction, RecordWriter writer, RecordType type, SyncRules rules) {
        this(context, transaction, writer, type, rules, Map.of());
    }

    /** @param identities what a person said of records that are new to the connection, by external id */
    Step(
            CallContext context,
            WriteTransaction transaction,
            RecordWriter writer,
            RecordType type,
            SyncRules rules,
            Map<String, Identity> identities) {
        this.context = context;
        this.transaction = transaction;
        this.writer = writer;
        this.type = type;
        this.rules = rules;
        this.identities = identities;
        this.connection = context.source().name();
    }

    /**
     * A record of ours as it was and is.
     *
     * @param before null when it was created
     * @param linked whether the connection knew it before
     */
    record Taken(BusinessRecord before, BusinessRecord after, boolean linked) {}

    /** A record as it is told, with what is known of it. */
    private record Heard(SourceRecord source, Snapshot now, String hash, Link link) {
        static Heard of(SourceRecord source, Link link) {
            Snapshot now = Snapshot.of(source);
            return new Heard(source, now, now.hash(), link);
        }

        boolean isNew() {
            return link == null || !hash.equals(link.hash());
        }

        boolean waits() {
            return link != null && link.inConflict();
        }
    }

    /** One that tells something new, or waits, with what was agreed before: parsed for these alone, most tell nothing new. */
    private record Told(Heard heard, Agreed agreed) {
        static Told of(Heard heard) {
            return new Told(heard, Agreed.of(heard.link()));
        }

        SourceRecord source() {
            return heard.source();
        }

        Snapshot now() {
            return heard.now();
        }

        Snapshot before() {
            return agreed.told();
        }

        Link link() {
            return heard.link();
        }
    }

    /** What it is to become. */
    private record News(Told told, Merge merge, Draft draft) {}

    List<ItemResult> take(List<SourceRecord> records) {
        Map<SourceRecord, ItemResult> results = new IdentityHashMap<>();
        Map<String, Link> links = links(records);
        Set<String> deleted = deletedHere(records, links);
        List<Told> told = new ArrayList<>();
        for (SourceRecord record : records) {
            KontorException refusal = unfit(record);
            if (refusal != null) {
                results.put(record, refused(record, refusal));
                continue;
            }
            if (deleted.contains(record.externalId())) {
                results.put(record, unchanged(record, null));
                continue;
            }
            Heard one = Heard.of(record, links.get(record.externalId()));
            if (one.isNew() || one.waits()) {
                told.add(Told.of(one));
            } else {
                results.put(record, unchanged(record, one.link().recordId()));
            }
        }
        if (!told.isEmpty()) {
            write(news(told, results), results);
        }
        return records.stream().map(results::get).toList();
    }

    /** What became of our record; null when nothing new was told of it, or it was refused. */
    Taken taken(ItemResult result) {
        return taken.get(result);
    }

    private static ItemResult unchanged(SourceRecord record, UUID id) {
        return new ItemResult(record.externalId(), Outcome.UNCHANGED, id, null, null, null, List.of());
    }

    /**
     * Those that were deleted here: they are on their way out there. One that was archived there instead, and is brought
     * back there, is a new one.
     */
    private Set<String> deletedHere(List<SourceRecord> records, Map<String, Link> links) {
        Map<String, SourceRecord> unknown = new HashMap<>();
        records.stream()
                .filter(record ->
                        !links.containsKey(record.externalId()) && ExternalIds.isStorable(record.externalId()))
                .forEach(record -> unknown.put(record.externalId(), record));
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Map<String, Deletion> deletions = transaction.deletions().of(connection, type, unknown.keySet());
        Set<String> back = deletions.values().stream()
                .filter(one -> one.state() == Deletion.State.ARCHIVED
                        && Boolean.FALSE.equals(unknown.get(one.externalId()).archived()))
                .map(Deletion::externalId)
                .collect(Collectors.toSet());
        if (!back.isEmpty()) {
            transaction.deletions().forget(connection, type, back);
        }
        return deletions.keySet().stream().filter(id -> !back.contains(id)).collect(Collectors.toSet());
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

    private List<News> news(List<Told> told, Map<SourceRecord, ItemResult> results) {
        Map<UUID, BusinessRecord> linked = byIds(told.stream()
                .map(Told::link)
                .filter(Objects::nonNull)
                .map(Link::recordId)
                .collect(Collectors.toSet()));
        List<SourceRecord> all = told.stream().map(Told::source).toList();
        References references = References.of(
                transaction, context.scope(), connection, all, rules.match().contains(MatchKey.CODE));
        Matching matching = matching(told);
        Unanswered unanswered = Unanswered.of(transaction, writer, connection, type, rules, linked.keySet());
        List<News> news = new ArrayList<>();
        for (Told one : told) {
            try {
                BusinessRecord existing = one.link() == null
                        ? matching.matched(one.source())
                        : linked.get(one.link().recordId());
                news.add(news(one, existing, references, unanswered));
            } catch (KontorException refusal) {
                results.put(one.source(), refused(one.source(), refusal));
            }
        }
        return news;
    }

    private Matching matching(List<Told> told) {
        Matching matching = new Matching(transaction.records(), context.scope(), connection, type);
        List<SourceRecord> unknown = told.stream()
                .filter(one -> one.link() == null)
                .map(Told::source)
                .toList();
        Map<UUID, BusinessRecord> said = byIds(identities.values().stream()
                .map(Identity::recordId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (SourceRecord record : unknown) {
            Identity identity = identities.get(record.externalId());
            if (identity != null && identity.recordId() != null) {
                matching.claim(record, said.get(identity.recordId()));
            }
        }
        matching.find(
                unknown.stream()
                        .filter(record -> !identities.containsKey(record.externalId()))
                        .toList(),
                rules.match());
        return matching;
    }

    private News news(Told heard, BusinessRecord existing, References references, Unanswered unanswered) {
        SourceRecord source = heard.source();
        FieldValues values = references.values(source, heard.before());
        Told told = existing == null
                ? heard
                : new Told(heard.heard(), unanswered.agreed(heard.agreed(), existing, source, heard.now(), values));
        Merge.Theirs theirs = new Merge.Theirs(told.now(), values, source.archived(), source.changedAt());
        Merge merge = existing == null
                ? Merge.create(theirs)
                : Merge.of(writer, rules, existing, told.before(), told.agreed(), theirs);
        CrossReference reference = told.link() == null ? new CrossReference(connection, source.externalId()) : null;
        Draft draft = new Draft(existing, null, merge.changes(), merge.archived(), null, reference);
        return new News(told, merge, rules.byHand() ? draft : draft.asItIs());
    }

    private Map<UUID, BusinessRecord> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : transaction.records().byIds(type, context.scope(), ids);
    }

    private void write(List<News> news, Map<SourceRecord, ItemResult> results) {
        List<Written> written = writer.write(
                context, transaction, type, news.stream().map(News::draft).toList());
        List<Link> links = new ArrayList<>();
        Map<String, List<Conflict>> open = openConflicts(news);
        ConflictChanges conflicts = new ConflictChanges();
        List<UUID> unsent = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            News one = news.get(i);
            SourceRecord source = one.told().source();
            Written result = written.get(i);
            if (result.refusal() != null) {
                results.put(source, refused(source, result.refusal()));
            } else {
                Agreed now = agreed(one, result.record());
                links.add(link(one, result.record(), now));
                if (rules.bothWays() && isUnsent(one, result.record(), now)) {
                    unsent.add(result.record().id());
                }
                conflicts.note(
                        open.getOrDefault(source.externalId(), List.of()),
                        one.merge().asked(),
                        asked -> conflict(source, result.record(), asked));
                ItemResult told = told(one, result);
                results.put(source, told);
                taken.put(
                        told,
                        new Taken(
                                one.draft().existing(),
                                result.record(),
                                one.told().link() != null));
            }
        }
        transaction.sync().saveLinks(connection, type, links);
        if (!unsent.isEmpty()) {
            transaction.pending().again(connection, type, unsent);
        }
        conflicts.save(transaction.conflicts());
    }

    private static Agreed agreed(News news, BusinessRecord record) {
        Told told = news.told();
        Snapshot now = news.merge().agreedOn(told.now(), told.before());
        return told.agreed().then(now, record, news.merge().taken());
    }

    private static Link link(News news, BusinessRecord record, Agreed agreed) {
        return new Link(
                news.told().source().externalId(),
                record.id(),
                news.told().heard().hash(),
                agreed.told().json(),
                agreed.json(),
                !news.merge().asked().isEmpty());
    }

    /** Whether something of ours is other than what both hold, so that the external system has to be told. */
    private static boolean isUnsent(News news, BusinessRecord record, Agreed agreed) {
        Set<String> asked =
                news.merge().asked().stream().map(Merge.Asked::field).collect(Collectors.toSet());
        for (String name : agreed.told().names()) {
            if (!asked.contains(name) && !Agreed.ours(record, name).equals(agreed.get(name))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, List<Conflict>> openConflicts(List<News> news) {
        Set<String> ids = news.stream()
                .map(News::told)
                .filter(told -> told.heard().waits())
                .map(told -> told.source().externalId())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? new HashMap<>()
                : transaction.conflicts().of(connection, type, ids).stream()
                        .collect(Collectors.groupingBy(Conflict::externalId));
    }

    private Conflict conflict(SourceRecord source, BusinessRecord record, Merge.Asked asked) {
        return new Conflict(
                Ids.next(),
                connection,
                type,
                source.externalId(),
                record.id(),
                asked.field(),
                Nodes.value(asked.agreed()),
                Nodes.value(asked.ours()),
                Nodes.value(asked.theirs()),
                Ids.now());
    }

    /** Told once that a field waits, and not at every reading. */
    private static ItemResult told(News news, Written result) {
        boolean waits = !news.merge().asked().isEmpty() && news.told().heard().isNew();
        return new ItemResult(
                news.told().source().externalId(),
                waits ? Outcome.CONFLICT : Outcome.of(result.action()),
                result.record().id(),
                result.record().code(),
                null,
                null,
                List.of());
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
}
