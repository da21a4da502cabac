/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.RemoteRecord;

/**
 * Remembers what both sides hold after ours was written there. What the other side shows now and is neither what we sent nor
 * what it showed before is a change of theirs: the system writes it its own way, or somebody was quick. Used inside one
 * transaction.
 */
record Agreement(
        CallContext context, WriteTransaction transaction, RecordWriter writer, String connection, RecordType type) {
    /**
     * @param sent ours as it was sent
     * @param now as it is there afterwards
     */
    record Shipped(BusinessRecord sent, RemoteRecord now) {}

    /** @return those of which something is to be taken in */
    List<Shipped> of(List<Shipped> all) {
        List<UUID> ids = all.stream().map(one -> one.sent().id()).toList();
        transaction.sync().dropGone(connection, type, ids);
        Map<UUID, Link> links = transaction.sync().linksOf(connection, type, ids);
        List<Shipped> shipped = link(all, links);
        OpenFields asked = OpenFields.of(transaction, connection, type, links.values());
        References references = References.of(
                transaction,
                context.scope(),
                connection,
                shipped.stream().map(one -> one.now().told()).toList(),
                false);
        List<Link> agreed = new ArrayList<>();
        List<Shipped> changed = new ArrayList<>();
        for (Shipped one : shipped) {
            Link link = links.get(one.sent().id());
            Link now = agree(one, link, asked.of(one.now().told().externalId()), references);
            agreed.add(now);
            if (now.hash() == null) {
                changed.add(one);
            }
        }
        transaction.sync().saveLinks(connection, type, agreed);
        return changed;
    }

    /**
     * Cross references of what was created there. One that was deleted here meanwhile is to be deleted there.
     *
     * @return those that are here
     */
    private List<Shipped> link(List<Shipped> all, Map<UUID, Link> links) {
        List<Shipped> created =
                all.stream().filter(one -> !links.containsKey(one.sent().id())).toList();
        if (created.isEmpty()) {
            return all;
        }
        Map<UUID, BusinessRecord> records = transaction
                .records()
                .byIds(
                        type,
                        context.scope(),
                        created.stream().map(one -> one.sent().id()).toList());
        List<Shipped> here = new ArrayList<>(all);
        List<Draft> drafts = new ArrayList<>();
        for (Shipped one : created) {
            String externalId = one.now().told().externalId();
            BusinessRecord record = records.get(one.sent().id());
            if (record == null) {
                here.remove(one);
                transaction
                        .deletions()
                        .add(
                                connection,
                                type,
                                new Deletion(
                                        externalId, one.sent().id(), one.sent().code(), Deletion.State.DUE));
            } else {
                CrossReference reference = new CrossReference(connection, externalId);
                drafts.add(new Draft(record, null, FieldValues.EMPTY, null, null, reference));
            }
        }
        for (Written written : writer.write(context, transaction, type, drafts)) {
            if (written.refusal() != null) {
                throw written.refusal();
            }
        }
        return here;
    }

    private Link agree(Shipped one, Link link, Set<String> open, References references) {
        Agreed agreed = Agreed.of(link);
        Snapshot before = agreed.told();
        SourceRecord told = one.now().told();
        Snapshot now = Snapshot.of(told);
        FieldValues values = values(references, told, before);
        Set<String> old = new HashSet<>(open);
        Set<String> kept = new HashSet<>(open);
        boolean changed = false;
        for (String name : now.names()) {
            if (open.contains(name) || isSame(one.sent(), name, values, told, now, before)) {
                continue;
            }
            old.add(name);
            if (now.get(name).equals(before.get(name))) {
                kept.add(name);
            } else {
                changed = true;
            }
        }
        Snapshot holds = now.withOld(old, before);
        return new Link(
                told.externalId(),
                one.sent().id(),
                changed ? null : now.hash(),
                holds.json(),
                agreed.sent(holds, one.sent(), kept).json(),
                link != null && link.inConflict());
    }

    private static FieldValues values(References references, SourceRecord told, Snapshot before) {
        try {
            return references.values(told, before);
        } catch (KontorException unknown) {
            // told when it is taken in
            return told.values();
        }
    }

    private boolean isSame(
            BusinessRecord sent, String name, FieldValues values, SourceRecord told, Snapshot now, Snapshot before) {
        Optional<Field> field = type.field(name);
        if (field.isEmpty()) {
            return told.archived().equals(sent.archived());
        }
        if (field.get().target() != null && now.get(name).equals(before.get(name))) {
            return false; // not looked up: as it was agreed before
        }
        return writer.isSame(field.get(), values.get(field.get()), sent.values().get(field.get()));
    }
}
