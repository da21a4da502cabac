/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.route.tryton.read.Keys;
import org.kontor.spi.sync.RemoteRecord;
import org.kontor.spi.sync.RemoteWrite;

/** Locations as addresses of parties. One whose creation was not answered is found by what it was to hold. */
final class Locations extends RemoteRows {
    private static final String MODEL = "model.party.address.";
    private static final String PARTY = "party";
    private static final int MOST = 1_000;

    Locations(Parties parties) {
        super(parties, MODEL);
    }

    /** An address, with its party. */
    private record State(PartyState party, JsonNode address) {}

    @Override
    public RecordType type() {
        return RecordType.LOCATION;
    }

    @Override
    public Map<String, RemoteRecord> read(Collection<String> externalIds) {
        List<Long> ids = Keys.numbers(externalIds);
        return byDomain(List.of(List.of("id", "in", ids)), new HashSet<>(externalIds));
    }

    private Map<String, RemoteRecord> byDomain(List<?> domain, Set<String> wanted) {
        Set<Long> owners = new HashSet<>();
        Set<String> found = new HashSet<>();
        parties()
                .gateway()
                .call(MODEL + "search_read", domain, 0, MOST, List.of(List.of("id", "ASC")), List.of(PARTY))
                .forEach(row -> {
                    owners.add(row.path(PARTY).asLong());
                    found.add(row.path("id").asText());
                });
        found.retainAll(wanted == null ? found : wanted);
        Map<String, RemoteRecord> records = new HashMap<>();
        for (PartyState party : parties().byIds(owners)) {
            Map<String, JsonNode> addresses = new HashMap<>();
            party.rows("addresses").forEach(row -> addresses.put(row.path("id").asText(), row));
            for (SourceRecord told : parties().locations(party)) {
                if (found.contains(told.externalId())) {
                    records.put(
                            told.externalId(),
                            new RemoteRecord(told, new State(party, addresses.get(told.externalId()))));
                }
            }
        }
        return records;
    }

    @Override
    Map<String, Object> values(RemoteWrite write) {
        Map<String, Object> values = new LinkedHashMap<>();
        write.values()
                .forEach((name, value) ->
                        values.put(name, name.equals(PARTY) ? party(value) : PartyValues.plain(value)));
        return values;
    }

    /** The id of the party: mappings name records by texts. */
    private static Object party(Object value) {
        return value instanceof JsonNode node && !node.isNull() ? (Object) Long.valueOf(node.asText()) : null;
    }

    @Override
    Map<String, String> timestamps(RemoteWrite write) {
        State state = (State) write.existing().state();
        return state.party().timestamps(state.address());
    }

    @Override
    public List<RemoteRecord> find(RemoteWrite create) {
        List<Object> domain = new ArrayList<>();
        values(create).forEach((name, value) -> {
            if (value != null && !name.equals("active")) {
                domain.add(List.of(name, "=", value));
            }
        });
        return domain.isEmpty() ? List.of() : List.copyOf(byDomain(domain, null).values());
    }
}
