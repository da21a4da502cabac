/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.Reach;
import org.kontor.route.tryton.map.PartyMapping;

/** Reads all parties by id. It begins where the committed position stands, so that a kill costs one page. */
final class FullReading implements Reading {
    private final Tables tables;
    private final Store store;
    private final PartyMapping mapping;
    private final Clock clock;
    private final int pageSize;
    private final Instant from;
    private final Track track;
    private boolean finished;
    /** Parties that were read, and those that there were to read; the latter negative before the first page. */
    private long read;

    private long total = -1;

    /** @param from rows of this time and later are remembered, as the search for changes will come upon them again */
    FullReading(
            Tables tables, Store store, PartyMapping mapping, Clock clock, int pageSize, Instant from, Track track) {
        this.tables = tables;
        this.store = store;
        this.mapping = mapping;
        this.clock = clock;
        this.pageSize = pageSize;
        this.from = from;
        this.track = track;
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
        if (total < 0) {
            total = tables.countPartiesAfter(track.position().lastId());
        }
        List<JsonNode> parties = tables.partiesAfter(track.position().lastId(), pageSize, mapping.fields());
        finished = parties.size() < pageSize;
        Position position = track.move(at -> finished ? at.endOfFull(clock.instant()) : at.readUpTo(lastId(parties)));
        if (parties.isEmpty()) {
            store.advance(position);
            return next();
        }
        read += parties.size();
        Reach reach = new Reach(read, finished ? read : Math.max(read, total));
        return PartyPage.feeds(mapping, parties, position.text(), from, List.of(), reach);
    }

    private static long lastId(List<JsonNode> parties) {
        return parties.get(parties.size() - 1).path("id").asLong();
    }
}
