/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.route.tryton.read.Keys;
import org.kontor.spi.sync.RemoteRecord;
import org.kontor.spi.sync.RemoteWrite;

/** Customers as parties. One whose creation was not answered is found by its code, which Tryton has once, else by its name. */
final class Customers extends RemoteRows {
    Customers(Parties parties) {
        super(parties, Parties.MODEL);
    }

    @Override
    public RecordType type() {
        return RecordType.CUSTOMER;
    }

    @Override
    public Map<String, RemoteRecord> read(Collection<String> externalIds) {
        Map<String, RemoteRecord> found = new HashMap<>();
        parties()
                .byIds(Keys.numbers(externalIds))
                .forEach(state -> found.put(String.valueOf(state.id()), record(state)));
        return found;
    }

    private RemoteRecord record(PartyState state) {
        return new RemoteRecord(parties().customer(state), state);
    }

    private static PartyState state(RemoteWrite write) {
        return write.isCreate() ? null : (PartyState) write.existing().state();
    }

    @Override
    Map<String, Object> values(RemoteWrite write) {
        return PartyValues.of(write.values(), state(write));
    }

    @Override
    Map<String, String> timestamps(RemoteWrite write) {
        return state(write).timestamps();
    }

    @Override
    public List<RemoteRecord> find(RemoteWrite create) {
        for (String key : List.of("code", "name")) {
            if (create.values().get(key) instanceof JsonNode value && value.isTextual()) {
                return parties().by(List.of(List.of(key, "=", value.asText()))).stream()
                        .map(this::record)
                        .toList();
            }
        }
        return List.of();
    }
}
