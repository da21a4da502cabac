/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.route.tryton.map.Payload;
import org.kontor.route.tryton.rpc.Gateway;

/** Looks at Tryton without taking anything in, for checks. Stateless. */
public final class Probe {
    private Probe() {}

    /** The models that are read, by their names in Tryton. */
    public static List<String> models() {
        return Stream.of(Model.values()).map(Model::id).toList();
    }

    /** Reads a row of a model with what tells its changes; whoever may not is refused. */
    public static int rows(Gateway gateway, String modelName) {
        Model model = Stream.of(Model.values())
                .filter(one -> one.id().equals(modelName))
                .findFirst()
                .orElseThrow();
        return gateway.call(
                        model.method("search_read"),
                        List.of(),
                        0,
                        1,
                        List.of(List.of("id", "ASC")),
                        model.fieldsOfChange())
                .size();
    }

    /** The first party, as mappings see it; empty when there is none. */
    public static Optional<JsonNode> party(Gateway gateway, Set<String> fields) {
        return new Tables(gateway)
                .partiesAfter(0, 1, fields).stream().findFirst().map(Payload::of);
    }
}
