/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.mapping.Lookups;
import org.kontor.mapping.Mapping;
import org.kontor.mapping.Outgoing;
import org.kontor.spi.sync.Projection.Links;

/**
 * What a party becomes, for one reading.
 *
 * @param bothWays whether the connection writes to Tryton
 * @param brake how much a run may archive
 * @param fields what is to be asked of Tryton for it, as seen from the party
 */
public record PartyMapping(
        Mapping customer, Mapping location, Lookups lookups, Set<String> fields, boolean bothWays, Brake brake) {
    public PartyMapping {
        fields = Set.copyOf(fields);
    }

    /** @param party as {@link Payload} makes it */
    public SourceRecord customer(JsonNode party) {
        return customer.in(party, lookups);
    }

    /** How records are matched and merged; both ways when the connection writes to Tryton. */
    public SyncRules rules(RecordType type) {
        return (type == RecordType.CUSTOMER ? customer : location)
                .rules()
                .withBothWays(bothWays)
                .withBrake(brake);
    }

    /** What becomes of ours when the row is deleted in Tryton. */
    public DeleteRule deleted(RecordType type) {
        return (type == RecordType.CUSTOMER ? customer : location).deleted();
    }

    /** What Tryton is to hold of a record of ours. */
    public Outgoing out(BusinessRecord record, Links links) {
        Mapping mapping = record.type() == RecordType.CUSTOMER ? customer : location;
        return mapping.out(record, new LinkedLookups(lookups, links));
    }

    public List<SourceRecord> locations(JsonNode party) {
        return location.inAll(party, lookups);
    }
}
