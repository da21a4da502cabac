/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.Brake;
import org.kontor.mapping.Lookups;

/** Prints what a party costs from Tryton's answer to its customer and locations: {@code java … MappingCost}. */
public final class MappingCost {
    private static final int ROUNDS = 10_000;

    private MappingCost() {}

    public static void main(String[] arguments) {
        PartyMapping mapping =
                new PartyMapping(Recorded.CUSTOMER, Recorded.LOCATION, Lookups.NONE, Set.of(), false, Brake.NONE);
        List<JsonNode> parties = Recorded.parties();
        for (int i = 0; i < 5; i++) {
            for (JsonNode party : parties) {
                JsonNode payload = Payload.of(party);
                String code = party.path("code").asText();
                print("payload", code, () -> Payload.of(party));
                print("customer", code, () -> mapping.customer(payload));
                print("locations", code, () -> mapping.locations(payload));
                print("all", code, () -> {
                    JsonNode fresh = Payload.of(party);
                    return List.of(mapping.customer(fresh), mapping.locations(fresh));
                });
            }
        }
    }

    private interface Work {
        Object map();
    }

    private static void print(String name, String code, Work work) {
        long began = System.nanoTime();
        int seen = 0;
        for (int i = 0; i < ROUNDS; i++) {
            seen += work.map() == null ? 0 : 1;
        }
        double micros = (System.nanoTime() - began) / 1_000.0 / seen;
        System.out.printf("%-10s %-5s %8.1f µs%n", name, code, micros);
    }
}
