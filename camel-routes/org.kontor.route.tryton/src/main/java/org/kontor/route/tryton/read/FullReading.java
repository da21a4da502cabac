/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.route.tryton.map.PartyMapping;

/** Reads all parties by id. It begins where the committed position stands, so that a kill costs one page. */
final class FullReading implements Reading {
    private final Tables tables;
    private final Store store;
    private final PartyMapping mapping;
    private final Clock clock;
    private final int pageSize;
    private final Instant from;
    private Position position;
    private boolean finished;

    /** @param from rows of this time and later are remembered, as the search for changes will come upon them again */
    FullReading(
            Tables tables,
            Store store,
            PartyMapping mapping,
            Clock clock,
            int pageSize,
            Instant from,
            Position position) {
        this.tables = tables;
        this.store = store;
        this.mapping = mapping;
        this.clock = clock;
        this.pageSize = pageSize;
        this.from = from;
        this.position = position;
    }

    @Override
    public String source() {
        return "full";
    }

    @Override
    public List<Feed> next() {
        if (finished) {
            store.forget(from);
            return List.of();
        }
        List<JsonNode> parties = tables.partiesAfter(position.lastId(), pageSize, mapping.fields());
        finished = parties.size() < pageSize;
        position = finished ? position.endOfFull(clock.instant()) : position.readUpTo(lastId(parties));
        if (parties.isEmpty()) {
            store.advance(position);
            return next();
        }
        return PartyPage.feeds(mapping, parties, position.text(), from, List.of());
    }

    private static long lastId(List<JsonNode> parties) {
        return parties.get(parties.size() - 1).path("id").asLong();
    }
}
