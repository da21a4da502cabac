/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.SourceRecord;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.map.Payload;
import org.kontor.route.tryton.rpc.Gateway;

/** Reads parties for those who write: with what mappings ask for, and with the state of all of their rows. */
final class Parties {
    static final String MODEL = "model.party.party.";
    private static final List<?> BY_ID = List.of(List.of("id", "ASC"));
    private static final int PAGE = 200;

    private final Gateway gateway;
    private final PartyMapping mapping;
    private final Set<String> fields;

    Parties(Gateway gateway, PartyMapping mapping) {
        this.gateway = gateway;
        this.mapping = mapping;
        this.fields = new TreeSet<>(mapping.fields());
        fields.addAll(PartyState.FIELDS);
    }

    Gateway gateway() {
        return gateway;
    }

    PartyMapping mapping() {
        return mapping;
    }

    /** By id; those that are gone are missing. */
    List<PartyState> byIds(Collection<Long> ids) {
        List<PartyState> found = new ArrayList<>();
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            found.addAll(by(List.of(List.of("id", "in", all.subList(from, Math.min(from + PAGE, all.size()))))));
        }
        return found;
    }

    /** Those that fit the domain; a page at most. */
    List<PartyState> by(List<?> domain) {
        JsonNode rows = gateway.call(MODEL + "search_read", domain, 0, PAGE, BY_ID, fields);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PartyState(Payload.of(row)))
                .toList();
    }

    /** As the reading tells it: what was written must look the same when it is read. */
    SourceRecord customer(PartyState state) {
        return mapping.customer(state.party()).withChangedAt(Instant.now());
    }

    List<SourceRecord> locations(PartyState state) {
        return mapping.locations(state.party());
    }
}
