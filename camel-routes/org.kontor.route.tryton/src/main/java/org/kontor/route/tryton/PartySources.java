/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import org.kontor.api.record.RecordType;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.map.PartyMappings;
import org.kontor.route.tryton.rpc.Gateway;

/** Where the mappings of a connection come from. */
record PartySources(MappingSource customers, MappingSource locations) {
    /** For a look in passing: nothing is to be closed. */
    static PartySources look(MappingSources sources, String connection) {
        return new PartySources(
                look(sources, connection, RecordType.CUSTOMER), look(sources, connection, RecordType.LOCATION));
    }

    private static MappingSource look(MappingSources sources, String connection, RecordType type) {
        return sources.look(connection, type, PartyMappings.shipped(type));
    }

    PartyMappings mappings(Gateway gateway, TrytonSettings settings) {
        return new PartyMappings(customers, locations, gateway, settings.bothWays(), settings.brake());
    }
}
