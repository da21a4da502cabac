/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.feed.Change;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.FeedStore;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.Outbound;
import org.kontor.spi.sync.RemoteType;

/** Reads the feed from the connection's own place, and ships what it tells of, and what waits beside it. */
@Component
public final class OutboundEngine implements Outbound {
    private final UnitOfWork unitOfWork;
    private final FeedStore feed;
    private final Synchronisation inbound;
    private final RecordWriter writer;

    @Activate
    public OutboundEngine(
            @Reference UnitOfWork unitOfWork,
            @Reference FeedStore feed,
            @Reference Synchronisation inbound,
            @Reference RecordWriter writer) {
        this.unitOfWork = unitOfWork;
        this.feed = feed;
        this.inbound = inbound;
        this.writer = writer;
    }

    @Override
    public List<ItemResult> settle(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules) {
        List<ItemResult> results = new ArrayList<>();
        UUID after = null;
        while (true) {
            UUID from = after;
            List<UUID> begun =
                    unitOfWork.read(transaction -> transaction.pending().begun(connection, remote.type(), from, PAGE));
            if (begun.isEmpty()) {
                return results;
            }
            Shipment shipment = new Shipment(unitOfWork, inbound, writer, connection, run, remote, rules);
            shipment.settle(begun);
            results.addAll(shipment.results());
            after = begun.get(begun.size() - 1);
        }
    }

    @Override
    public void forget(String connection, RecordType type) {
        String consumer = Outbound.consumer(connection, type);
        boolean sent = unitOfWork.read(
                transaction -> transaction.feedPositions().position(consumer).isPresent());
        if (sent) {
            unitOfWork.write(inbound.caller(connection), transaction -> {
                transaction.feedPositions().forget(consumer);
                transaction.pending().forget(connection, type);
                return null;
            });
        }
    }

    @Override
    public Sent send(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules) {
        RecordType type = remote.type();
        String consumer = Outbound.consumer(connection, type);
        long from = unitOfWork.read(
                transaction -> transaction.feedPositions().position(consumer).orElse(0));
        List<Change> page = feed.read(from, PAGE);
        List<Pending> due = unitOfWork.read(transaction -> transaction.pending().due(connection, type, PAGE));
        Set<UUID> records = new LinkedHashSet<>();
        due.forEach(one -> records.add(one.recordId()));
        page.stream()
                .filter(change -> change.recordType().equals(type.key()))
                .forEach(change -> records.add(change.recordId()));
        Removal removal = new Removal(unitOfWork, inbound, connection, run, remote);
        boolean moreRemovals = removal.send();
        Shipment shipment = new Shipment(unitOfWork, inbound, writer, connection, run, remote, rules);
        shipment.send(records);
        if (!page.isEmpty()) {
            long to = page.get(page.size() - 1).position();
            unitOfWork.write(inbound.caller(connection), transaction -> {
                transaction.feedPositions().move(consumer, to);
                return null;
            });
        }
        List<ItemResult> results = new ArrayList<>(removal.results());
        results.addAll(shipment.results());
        return new Sent(results, page.size() == PAGE || due.size() == PAGE || moreRemovals);
    }
}
