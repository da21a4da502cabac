/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.mapping.Lookups;
import org.kontor.mapping.Mapping;

/** Prints what mapping a party and its addresses costs, by code and by files: {@code java … MappingCost}. */
public final class MappingCost {
    private static final int ROUNDS = 4_000;

    private MappingCost() {}

    public static void main(String[] arguments) {
        Mapping customer = Recorded.mapping("tryton-customer.yaml");
        Mapping location = Recorded.mapping("tryton-location.yaml");
        List<JsonNode> parties = Recorded.parties();
        for (int i = 0; i < 5; i++) {
            print("customer, by code", parties, CustomerMapping::map);
            print("customer, by file", parties, party -> customer.in(party, Lookups.NONE));
            print("locations, by code", parties, LocationMapping::map);
            print("locations, by file", parties, party -> location.inAll(party, Lookups.NONE));
        }
    }

    private interface Work {
        Object map(JsonNode party);
    }

    private static void print(String name, List<JsonNode> parties, Work work) {
        for (JsonNode party : parties) {
            long began = System.nanoTime();
            int seen = 0;
            for (int i = 0; i < ROUNDS; i++) {
                seen += work.map(party).hashCode() == 0 ? 0 : 1;
            }
            double micros = (System.nanoTime() - began) / 1_000.0 / seen;
            System.out.printf("%-20s %-5s %8.1f µs%n", name, party.path("code").asText(), micros);
        }
    }
}
