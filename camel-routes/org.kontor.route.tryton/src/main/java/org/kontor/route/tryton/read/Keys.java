/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.api.record.RecordType;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.spi.sync.RemoteKeys;

/** Which rows of a model Tryton has. Called by one thread at a time. */
public final class Keys implements RemoteKeys {
    private final Gateway gateway;
    private final RecordType type;
    private final Model model;

    private Keys(Gateway gateway, RecordType type, Model model) {
        this.gateway = gateway;
        this.type = type;
        this.model = model;
    }

    /** Locations before the customers that they stand at. */
    public static List<RemoteKeys> of(Gateway gateway) {
        return List.of(
                new Keys(gateway, RecordType.LOCATION, Model.ADDRESS),
                new Keys(gateway, RecordType.CUSTOMER, Model.PARTY));
    }

    @Override
    public RecordType type() {
        return type;
    }

    @Override
    public Set<String> present(Collection<String> externalIds) {
        Set<String> found = present(gateway, model.method(""), numbers(externalIds)).stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(HashSet::new));
        // were never Tryton's, so that nothing can be concluded
        externalIds.stream().filter(id -> !isNumber(id)).forEach(found::add);
        return found;
    }

    /** Those that may be Tryton's: a program may give a record any id. */
    public static List<Long> numbers(Collection<String> externalIds) {
        return externalIds.stream().filter(Keys::isNumber).map(Long::valueOf).toList();
    }

    private static boolean isNumber(String id) {
        return id.matches("[0-9]{1,18}");
    }

    /** @param model the prefix of its methods, for example {@code model.party.party.} */
    public static Set<Long> present(Gateway gateway, String model, Collection<Long> ids) {
        Set<Long> found = new HashSet<>();
        if (!ids.isEmpty()) {
            gateway.call(
                            model + "search",
                            List.of(List.of("id", "in", List.copyOf(ids))),
                            0,
                            ids.size(),
                            List.of(List.of("id", "ASC")))
                    .forEach(id -> found.add(id.asLong()));
        }
        return found;
    }
}
