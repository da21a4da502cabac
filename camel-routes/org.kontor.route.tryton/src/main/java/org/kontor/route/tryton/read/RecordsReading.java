/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.Reach;
import org.kontor.route.tryton.map.PartyMapping;

/** Reads named parties once more; where the connection stands is not touched. */
final class RecordsReading implements Reading {
    private final Tables tables;
    private final PartyMapping mapping;
    private final List<Long> ids;
    private final int pageSize;
    private final Instant from;
    private int read;

    /** @param from rows of this time and later are remembered, as the search for changes will come upon them again */
    RecordsReading(Tables tables, PartyMapping mapping, List<Long> ids, int pageSize, Instant from) {
        this.tables = tables;
        this.mapping = mapping;
        this.ids = ids;
        this.pageSize = pageSize;
        this.from = from;
    }

    @Override
    public String source() {
        return "records";
    }

    @Override
    public List<Feed> next() {
        while (read < ids.size()) {
            List<Long> page = ids.subList(read, Math.min(read + pageSize, ids.size()));
            read += page.size();
            List<JsonNode> parties = tables.parties(page, mapping.fields());
            if (!parties.isEmpty()) {
                return PartyPage.feeds(mapping, parties, null, from, List.of(), new Reach(read, ids.size()));
            }
        }
        return List.of();
    }
}
