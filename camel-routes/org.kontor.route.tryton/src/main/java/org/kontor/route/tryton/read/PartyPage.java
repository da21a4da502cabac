/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.SourceRecord;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.map.Payload;

/** Parties read together, as the batches to take in: customers before their locations, the progress with the last. */
final class PartyPage {
    private PartyPage() {}

    /**
     * @param parties as Tryton answered them
     * @param cursor to commit with the page; null leaves it as it is
     * @param from rows of this time and later are remembered as read
     * @param listed rows that led to these parties; remembered too
     */
    static List<Feed> feeds(
            PartyMapping mapping, List<JsonNode> parties, String cursor, Instant from, Collection<Row> listed) {
        List<JsonNode> payloads = parties.stream().map(Payload::of).toList();
        List<Feed> feeds = new ArrayList<>();
        add(feeds, RecordType.CUSTOMER, payloads.stream().map(mapping::customer).toList());
        add(
                feeds,
                RecordType.LOCATION,
                payloads.stream()
                        .flatMap(party -> mapping.locations(party).stream())
                        .toList());
        Feed last = feeds.remove(feeds.size() - 1);
        feeds.add(new Feed(last.type(), last.records(), new Progress(cursor, seen(parties, from, listed))));
        return feeds;
    }

    private static void add(List<Feed> feeds, RecordType type, List<SourceRecord> records) {
        for (int start = 0; start < records.size(); start += Batch.MAX_SIZE) {
            int end = Math.min(start + Batch.MAX_SIZE, records.size());
            feeds.add(new Feed(type, records.subList(start, end), null));
        }
    }

    /** The state in which a row was read with its party counts, not the one in which it was listed before. */
    private static List<Progress.Seen> seen(List<JsonNode> parties, Instant from, Collection<Row> listed) {
        Map<String, Row> rows = new LinkedHashMap<>();
        listed.forEach(row -> rows.put(row.key(), row));
        for (JsonNode party : parties) {
            for (Model model : Model.values()) {
                Iterable<JsonNode> nodes = model == Model.PARTY ? List.of(party) : party.path(model.link() + ".");
                nodes.forEach(node -> {
                    Row row = Row.of(model, node);
                    if (!row.stamp().isBefore(from)) {
                        rows.put(row.key(), row);
                    }
                });
            }
        }
        return rows.values().stream().map(Row::seen).toList();
    }
}
