/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.route.tryton.map.PartyMapping;

/**
 * Reads the parties of changed rows, each whole: a child's change does not touch its party in Tryton. It needs no place of its
 * own in the cursor: what a broken reading committed is remembered row by row.
 */
final class ChangesReading implements Reading {
    private final String source;
    private final Tables tables;
    private final Store store;
    private final PartyMapping mapping;
    private final ChangeScan scan;
    private final int pageSize;
    private final Instant from;
    private final Runnable end;
    /** Changed rows of a page of parties, page by page. */
    private final Deque<Map<Long, List<Row>>> pages = new ArrayDeque<>();

    /**
     * @param source as it stands at the run
     * @param first the first changed rows of the scan
     * @param scan goes on with those behind them
     * @param end notes that all of it was read
     */
    ChangesReading(
            String source,
            Tables tables,
            Store store,
            PartyMapping mapping,
            List<Row> first,
            ChangeScan scan,
            int pageSize,
            Instant from,
            Runnable end) {
        this.source = source;
        this.tables = tables;
        this.store = store;
        this.mapping = mapping;
        this.scan = scan;
        this.pageSize = pageSize;
        this.from = from;
        this.end = end;
        take(first);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Feed> next() {
        while (!pages.isEmpty() || list()) {
            Map<Long, List<Row>> page = pages.remove();
            List<Row> rows = page.values().stream().flatMap(List::stream).toList();
            List<JsonNode> parties = tables.parties(page.keySet(), mapping.fields());
            if (!parties.isEmpty()) {
                return PartyPage.feeds(mapping, parties, null, from, rows, null);
            }
            store.remember(rows); // the parties were deleted meanwhile
        }
        end.run();
        return List.of();
    }

    /** Lists more changed rows; false at the end. */
    private boolean list() {
        while (pages.isEmpty()) {
            List<Row> rows = scan.next();
            if (rows.isEmpty()) {
                return false;
            }
            take(rows);
        }
        return true;
    }

    private void take(List<Row> rows) {
        List<Row> orphans = rows.stream().filter(row -> row.party() == null).toList();
        if (!orphans.isEmpty()) {
            store.remember(orphans);
        }
        Map<Long, List<Row>> byParty = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.party() != null) {
                byParty.computeIfAbsent(row.party(), party -> new ArrayList<>()).add(row);
            }
        }
        Map<Long, List<Row>> page = new LinkedHashMap<>();
        for (Map.Entry<Long, List<Row>> party : byParty.entrySet()) {
            page.put(party.getKey(), party.getValue());
            if (page.size() == pageSize) {
                pages.add(page);
                page = new LinkedHashMap<>();
            }
        }
        if (!page.isEmpty()) {
            pages.add(page);
        }
    }
}
