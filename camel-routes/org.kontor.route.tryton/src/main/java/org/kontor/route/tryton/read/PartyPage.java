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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
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
     * @param reach how far the reading has come with the page; or null
     */
    static List<Feed> feeds(
            PartyMapping mapping,
            List<JsonNode> parties,
            String cursor,
            Instant from,
            Collection<Row> listed,
            Reach reach) {
        List<Feed> feeds = new ArrayList<>();
        List<SourceRecord> customers = new ArrayList<>();
        List<SourceRecord> locations = new ArrayList<>();
        for (JsonNode party : parties) {
            Instant changed =
                    rows(party).map(Row::stamp).max(Instant::compareTo).orElseThrow();
            JsonNode payload = Payload.of(party);
            customers.add(mapping.customer(payload).withChangedAt(changed));
            mapping.locations(payload).forEach(location -> locations.add(location.withChangedAt(changed)));
        }
        add(feeds, RecordType.CUSTOMER, customers);
        add(feeds, RecordType.LOCATION, locations);
        Feed last = feeds.remove(feeds.size() - 1);
        feeds.add(new Feed(last.type(), last.records(), new Progress(cursor, seen(parties, from, listed)), reach));
        return feeds;
    }

    private static void add(List<Feed> feeds, RecordType type, List<SourceRecord> records) {
        for (int start = 0; start < records.size(); start += Batch.MAX_SIZE) {
            int end = Math.min(start + Batch.MAX_SIZE, records.size());
            feeds.add(new Feed(type, records.subList(start, end), null, null));
        }
    }

    /** The state in which a row was read with its party counts, not the one in which it was listed before. */
    private static List<Progress.Seen> seen(List<JsonNode> parties, Instant from, Collection<Row> listed) {
        Map<String, Row> rows = new LinkedHashMap<>();
        listed.forEach(row -> rows.put(row.key(), row));
        for (JsonNode party : parties) {
            rows(party).filter(row -> !row.stamp().isBefore(from)).forEach(row -> rows.put(row.key(), row));
        }
        return rows.values().stream().map(Row::seen).toList();
    }

    /** The party's own row and those of its children. */
    private static Stream<Row> rows(JsonNode party) {
        return Stream.of(Model.values()).flatMap(model -> {
            Iterable<JsonNode> nodes = model == Model.PARTY ? List.of(party) : party.path(model.link() + ".");
            return StreamSupport.stream(nodes.spliterator(), false).map(node -> Row.of(model, node));
        });
    }
}
