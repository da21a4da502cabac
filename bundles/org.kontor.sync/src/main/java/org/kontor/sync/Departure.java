/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.WriteTransaction;

/** Takes leave of records that are not there any more. Used inside one transaction. */
record Departure(
        CallContext context,
        WriteTransaction transaction,
        RecordWriter writer,
        String connection,
        RecordType type,
        DeleteRule rule) {
    List<ItemResult> of(Collection<String> externalIds) {
        Map<String, Link> links = transaction.sync().links(connection, type, externalIds);
        Map<UUID, BusinessRecord> records = transaction
                .records()
                .byIds(
                        type,
                        context.scope(),
                        links.values().stream().map(Link::recordId).toList());
        Map<UUID, ItemResult> results = new HashMap<>();
        List<Link> left = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (Link link : links.values()) {
            BusinessRecord record = records.get(link.recordId());
            if (record == null) {
                continue;
            }
            if (rule == DeleteRule.DELETE && isFree(record)) {
                transaction.sync().dropLinks(type, record.id());
                transaction.delete(record);
                results.put(record.id(), result(link, record, Outcome.DELETED));
                continue;
            }
            left.add(gone(link));
            if (record.archived()) {
                results.put(record.id(), result(link, record, Outcome.UNCHANGED));
            } else {
                drafts.add(Draft.change(record, null, FieldValues.EMPTY, true));
            }
        }
        Map<UUID, Link> byRecord = links.values().stream().collect(Collectors.toMap(Link::recordId, link -> link));
        if (!drafts.isEmpty()) {
            for (Written written : writer.write(context, transaction, type, drafts)) {
                if (written.refusal() != null) {
                    throw written.refusal();
                }
                BusinessRecord record = written.record();
                results.put(record.id(), result(byRecord.get(record.id()), record, Outcome.ARCHIVED));
            }
        }
        transaction.sync().saveLinks(connection, type, left);
        Set<String> gone = links.keySet();
        transaction.quarantine().release(connection, type, gone);
        transaction.conflicts().delete(connection, type, gone);
        return List.copyOf(results.values());
    }

    /** Nothing else hangs on it. */
    private boolean isFree(BusinessRecord record) {
        transaction.lock(type, List.of(record.id()));
        return record.crossReferences().size() == 1
                && transaction.records().holds(type, record.id()).isEmpty();
    }

    /** As if it had been told to be archived: when it comes back it is brought back. */
    private static Link gone(Link link) {
        Agreed before = Agreed.of(link);
        Snapshot archived = before.told().with(Snapshot.ARCHIVED, Nodes.of(true));
        Agreed agreed = before.toldAs(archived, Set.of());
        return new Link(
                link.externalId(),
                link.recordId(),
                null,
                archived.json(),
                agreed.without(Snapshot.ARCHIVED).json(),
                false,
                true);
    }

    private static ItemResult result(Link link, BusinessRecord record, Outcome outcome) {
        return new ItemResult(
                link.externalId(), outcome, record.id(), record.code(), null, "It is not there any more.", List.of());
    }
}
