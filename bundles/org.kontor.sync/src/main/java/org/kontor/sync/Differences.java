/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftField;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.sync.Outbound;

/**
 * In what records of an external system differ from ours. What was told last is recognised by its hash, and ours is then
 * compared with what was agreed; only where one of them is another the fields are looked at. Used inside one transaction.
 */
record Differences(
        ReadTransaction transaction,
        RecordWriter writer,
        CallContext context,
        String connection,
        RecordType type,
        SyncRules rules) {
    /** Of a value that is shown. */
    private static final int MOST_SHOWN = 1_000;
    /** Why a record that nobody knows yet is left alone. */
    static final String BEGUN = "It is just being created there.";
    /** Of a list that is shown. */
    private static final int MOST_ELEMENTS = 20;

    /** A record that both know and that is not as it was agreed. */
    private record Changed(SourceRecord told, Snapshot now, Link link, BusinessRecord ours) {}

    List<Drift> of(List<SourceRecord> told) {
        Set<String> ids = told.stream()
                .map(SourceRecord::externalId)
                .filter(ExternalIds::isStorable)
                .collect(Collectors.toSet());
        Map<String, Link> links = transaction.sync().links(connection, type, ids);
        Map<UUID, BusinessRecord> ours = transaction
                .records()
                .byIds(
                        type,
                        context.scope(),
                        links.values().stream().map(Link::recordId).collect(Collectors.toSet()));
        List<SourceRecord> unknown = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (SourceRecord one : told) {
            Link link = links.get(one.externalId());
            BusinessRecord record = link == null ? null : ours.get(link.recordId());
            if (record == null) {
                unknown.add(one);
            } else {
                Snapshot now = Snapshot.of(one);
                if (one.refusal() != null || !isAgreed(now, link, record)) {
                    changed.add(new Changed(one, now, link, record));
                }
            }
        }
        List<Drift> found = new ArrayList<>(missingHere(unknown));
        found.addAll(changed(changed));
        return found;
    }

    /** Both are as they were agreed. What was told is as it was, so that only ours is left to compare. */
    private static boolean isAgreed(Snapshot now, Link link, BusinessRecord record) {
        if (link.gone() || link.inConflict() || !now.hash().equals(link.hash())) {
            return false;
        }
        Agreed agreed = Agreed.parse(now, link.agreed());
        for (String name : now.names()) {
            if (!Agreed.ours(record, name).equals(agreed.get(name))) {
                return false;
            }
        }
        return true;
    }

    private List<Drift> missingHere(List<SourceRecord> unknown) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        Set<String> ids = unknown.stream()
                .map(SourceRecord::externalId)
                .filter(ExternalIds::isStorable)
                .collect(Collectors.toSet());
        Set<String> quarantined = transaction.drift().quarantined(connection, type, ids);
        Map<String, Deletion> deleted = transaction.deletions().of(connection, type, ids);
        Set<String> begun = begun(unknown);
        List<Drift> found = new ArrayList<>();
        for (SourceRecord one : unknown) {
            String id = one.externalId();
            Deletion deletion = deleted.get(id);
            if (deletion != null) {
                // what they keep archived for us is as it should be
                if (deletion.state() != Deletion.State.ARCHIVED || Boolean.FALSE.equals(one.archived())) {
                    found.add(drift(DriftKind.WAITING, id, null, "It was deleted here.", List.of()));
                }
            } else if (quarantined.contains(id)) {
                found.add(drift(DriftKind.WAITING, id, null, "It is in the quarantine.", List.of()));
            } else if (begun.contains(id)) {
                found.add(drift(DriftKind.WAITING, id, null, BEGUN, List.of()));
            } else {
                found.add(drift(DriftKind.MISSING_HERE, id, null, reason(one), List.of()));
            }
        }
        return found;
    }

    /**
     * External ids of those that we are just creating there: nobody knows yet that they are ours, but the code tells it. What
     * is told without a code stays unknown.
     */
    Set<String> begun(Collection<SourceRecord> unknown) {
        Optional<Field> code = type.field("code");
        if (!rules.bothWays() || code.isEmpty()) {
            return Set.of();
        }
        Map<String, String> codes = new HashMap<>();
        unknown.forEach(one -> {
            if (one.values().get(code.get()) instanceof String told && ExternalIds.isStorable(told)) {
                codes.put(one.externalId(), told);
            }
        });
        codes.values().retainAll(transaction.pending().begunCodes(connection, type, codes.values()));
        return codes.keySet();
    }

    private static String reason(SourceRecord one) {
        return one.refusal() == null ? null : one.refusal().getMessage();
    }

    private List<Drift> changed(List<Changed> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<String> ids = changed.stream().map(one -> one.told().externalId()).toList();
        OpenFields asked = OpenFields.of(
                transaction,
                connection,
                type,
                changed.stream().map(Changed::link).toList());
        Map<UUID, String> outgoing =
                outgoing(changed.stream().map(one -> one.ours().id()).toList());
        Set<String> quarantined = transaction.drift().quarantined(connection, type, ids);
        References references = References.of(
                transaction,
                context.scope(),
                connection,
                changed.stream().map(Changed::told).toList(),
                false);
        List<Drift> found = new ArrayList<>();
        for (Changed one : changed) {
            String id = one.told().externalId();
            List<Apart> apart = apart(one.told(), one.now(), one.link(), one.ours(), references);
            List<DriftField> fields = apart.stream().map(Apart::shown).toList();
            Set<String> open = asked.of(id);
            boolean decided = fields.stream().anyMatch(field -> !open.contains(field.field()));
            if (quarantined.contains(id)) {
                found.add(drift(DriftKind.WAITING, id, one.ours(), "It is in the quarantine.", fields));
            } else if (one.told().refusal() != null) {
                found.add(drift(DriftKind.DIFFERS, id, one.ours(), reason(one.told()), fields));
            } else if (!fields.isEmpty() && !decided) {
                found.add(drift(DriftKind.WAITING, id, one.ours(), "A person is to decide.", fields));
            } else if (apart.stream().anyMatch(Apart::isOurs)
                    && outgoing.containsKey(one.ours().id())) {
                found.add(drift(
                        DriftKind.WAITING,
                        id,
                        one.ours(),
                        outgoing.get(one.ours().id()),
                        fields));
            } else if (!fields.isEmpty()) {
                found.add(drift(DriftKind.DIFFERS, id, one.ours(), null, fields));
            }
        }
        return found;
    }

    /** Records of ours that are to be sent, and what to say of them. */
    private Map<UUID, String> outgoing(Collection<UUID> records) {
        if (!rules.bothWays()) {
            return Map.of();
        }
        Map<UUID, String> outgoing = new HashMap<>();
        transaction
                .drift()
                .unread(Outbound.consumer(connection, type), records)
                .forEach(id -> outgoing.put(id, "It is to be sent."));
        for (Pending pending : transaction.pending().of(connection, type, records)) {
            outgoing.put(
                    pending.recordId(),
                    pending.state() == Pending.State.REFUSED ? "The external system refused it." : "It is to be sent.");
        }
        return outgoing;
    }

    /**
     * A field with its three values.
     *
     * @param isOurs whether ours was changed since
     */
    record Apart(String name, JsonNode theirs, JsonNode agreed, JsonNode ours, boolean isOurs) {
        DriftField shown() {
            return new DriftField(name, Differences.shown(theirs), Differences.shown(agreed), Differences.shown(ours));
        }
    }

    /** The fields that were changed since they were agreed and that both do not hold alike now. */
    List<Apart> apart(SourceRecord told, Snapshot now, Link link, BusinessRecord ours, References references) {
        Agreed agreed = Agreed.of(link);
        Snapshot before = agreed.told();
        List<Apart> apart = new ArrayList<>();
        for (String name : now.names()) {
            JsonNode theirs = now.get(name);
            JsonNode mine = Agreed.ours(ours, name);
            boolean asAgreed = before.tells(name) && theirs.equals(before.get(name)) && mine.equals(agreed.get(name));
            if (!asAgreed && !isSame(told, name, theirs, mine, ours, references)) {
                apart.add(new Apart(name, theirs, before.get(name), mine, !mine.equals(agreed.get(name))));
            }
        }
        return apart;
    }

    private boolean isSame(
            SourceRecord told,
            String name,
            JsonNode theirs,
            JsonNode mine,
            BusinessRecord ours,
            References references) {
        Optional<Field> field = type.field(name);
        if (field.isEmpty()) {
            return theirs.equals(mine);
        }
        if (field.get().target() == null) {
            return writer.isSame(
                    field.get(), told.values().get(field.get()), ours.values().get(field.get()));
        }
        try {
            FieldValues values = references.values(told, Snapshot.parse(null));
            return Objects.equals(values.get(field.get()), ours.values().get(field.get()));
        } catch (KontorException unknown) {
            return false;
        }
    }

    private static Object shown(JsonNode node) {
        Object value = Nodes.value(node);
        if (value instanceof List<?> list) {
            return list.stream()
                    .limit(MOST_ELEMENTS)
                    .map(one -> shortened(one.toString()))
                    .toList();
        }
        return value instanceof String text ? shortened(text) : value;
    }

    private static String shortened(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) : text;
    }

    Drift drift(DriftKind kind, String externalId, BusinessRecord ours, String message, List<DriftField> fields) {
        return new Drift(
                Ids.next(),
                type,
                kind,
                externalId,
                ours == null ? null : ours.id(),
                ours == null ? null : ours.code(),
                message,
                fields,
                null);
    }

    /** Of records that are not there any more; those that were let go meanwhile are left out. */
    List<Drift> missingThere(Collection<String> externalIds) {
        Map<String, Link> links = new HashMap<>(transaction.sync().links(connection, type, externalIds));
        links.values().removeIf(Link::gone);
        Map<UUID, BusinessRecord> ours = transaction
                .records()
                .byIds(
                        type,
                        context.scope(),
                        new HashSet<>(
                                links.values().stream().map(Link::recordId).toList()));
        return links.values().stream()
                .filter(link -> ours.containsKey(link.recordId()))
                .map(link ->
                        drift(DriftKind.MISSING_THERE, link.externalId(), ours.get(link.recordId()), null, List.of()))
                .toList();
    }
}
