/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.sync.Outgoing;
import org.kontor.spi.sync.Projection;
import org.kontor.spi.sync.RemoteWrite;

/** Works out what records differ in from what was agreed. Used inside one transaction. */
record Plans(ReadTransaction transaction, UUID scope, String connection, Projection remote) {
    /**
     * What is to be done about a record.
     *
     * @param link null when it is to be created there
     * @param agreed the record as both hold it; null when it is to be created there
     * @param values what is to be written there; empty when there is nothing to do
     * @param pending what is noted of it beside the feed, or null
     * @param refusal why it cannot be worked out; else null
     * @param begun the create that may have been done already, as it was begun; else null
     */
    record Plan(
            BusinessRecord record,
            Link link,
            BusinessRecord agreed,
            Map<String, Object> values,
            Pending pending,
            KontorException refusal,
            RemoteWrite begun) {}

    /** Reads what there is to know; the plans are made outside the transaction, as the external system may be asked for them. */
    Supplier<List<Plan>> of(Collection<UUID> records) {
        RecordType type = remote.type();
        Map<UUID, BusinessRecord> found = new HashMap<>(transaction.records().byIds(type, scope, records));
        // what accounts below manage is theirs: a connection carries what its own account manages, in both directions
        found.values().removeIf(record -> !record.header().managingAccount().equals(scope));
        Map<UUID, Link> links = new HashMap<>(transaction.sync().linksOf(connection, type, found.keySet()));
        // one that was deleted there is created anew once it is brought back here
        links.values().removeIf(Link::gone);
        OpenFields asked = OpenFields.of(transaction, connection, type, links.values());
        Map<UUID, Pending> pending = new HashMap<>();
        transaction.pending().of(connection, type, found.keySet()).forEach(one -> pending.put(one.recordId(), one));
        Projection.Links targets = targets(found.values(), links);
        return () -> plans(records, found, links, asked, pending, targets);
    }

    private List<Plan> plans(
            Collection<UUID> records,
            Map<UUID, BusinessRecord> found,
            Map<UUID, Link> links,
            OpenFields asked,
            Map<UUID, Pending> pending,
            Projection.Links targets) {
        List<Plan> plans = new ArrayList<>();
        for (UUID id : records) {
            BusinessRecord record = found.get(id);
            if (record != null) {
                Link link = links.get(id);
                plans.add(plan(
                        record, link, link == null ? Set.of() : asked.of(link.externalId()), pending.get(id), targets));
            }
        }
        return plans;
    }

    /** Under which ids the records that these point to, or pointed to, are known there. */
    private Projection.Links targets(Collection<BusinessRecord> records, Map<UUID, Link> links) {
        Map<RecordType, Set<UUID>> wanted = new EnumMap<>(RecordType.class);
        for (Field field : remote.type().fields()) {
            for (BusinessRecord record : records) {
                Link link = links.get(record.id());
                if (field.target() != null) {
                    Set<UUID> ids = wanted.computeIfAbsent(field.target(), type -> new HashSet<>());
                    ids.add(record.values().reference(field));
                    ids.add(
                            link == null
                                    ? null
                                    : (UUID) Nodes.value(field, Agreed.of(link).get(field.path())));
                }
            }
        }
        Map<RecordType, Map<UUID, Link>> found = new EnumMap<>(RecordType.class);
        wanted.forEach((type, ids) -> {
            ids.remove(null);
            found.put(type, transaction.sync().linksOf(connection, type, ids));
        });
        return (type, id) ->
                Optional.ofNullable(found.getOrDefault(type, Map.of()).get(id)).map(Link::externalId);
    }

    private Plan plan(BusinessRecord record, Link link, Set<String> asked, Pending pending, Projection.Links targets) {
        Outgoing now = remote.outgoing(record, targets);
        KontorException refusal = now.violations().isEmpty() ? null : KontorException.invalid(now.violations());
        if (link == null) {
            RemoteWrite begun = begun(record, pending, targets);
            // what we have put away is not brought up there
            Map<String, Object> all = record.archived() && begun == null ? Map.of() : filled(now.values());
            return new Plan(record, null, null, all, pending, all.isEmpty() ? null : refusal, begun);
        }
        BusinessRecord known = Agreed.of(link).record(record, asked);
        Map<String, Object> before = remote.outgoing(known, targets).values();
        Map<String, Object> other = new LinkedHashMap<>();
        now.values().forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                other.put(name, value);
            }
        });
        return new Plan(record, link, known, other, pending, other.isEmpty() ? null : refusal, null);
    }

    /** With the values of that time: the record may have been edited since. */
    private RemoteWrite begun(BusinessRecord record, Pending pending, Projection.Links targets) {
        if (pending == null || pending.state() != Pending.State.CREATING) {
            return null;
        }
        BusinessRecord sent = Agreed.whole(pending.sent(), record);
        return new RemoteWrite(sent, null, filled(remote.outgoing(sent, targets).values()));
    }

    private static Map<String, Object> filled(Map<String, Object> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                filled.put(name, value);
            }
        });
        return filled;
    }
}
