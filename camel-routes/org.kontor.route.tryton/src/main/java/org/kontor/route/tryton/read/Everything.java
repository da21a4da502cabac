/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.spi.sync.RemoteView.Page;
import org.kontor.spi.sync.RemoteView.Part;

/** All parties by id, as a full reading tells them; nothing is remembered. Stateless. */
public final class Everything {
    private Everything() {}

    /** @param after the party behind which the page begins; null for the first page */
    public static Page page(Gateway gateway, PartyMapping mapping, String after, int size) {
        long from = after == null ? 0 : Long.parseLong(after);
        List<JsonNode> parties = new Tables(gateway).partiesAfter(from, size, mapping.fields());
        if (parties.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<Part> parts = PartyPage.feeds(mapping, parties, null, Instant.MAX, List.of(), null).stream()
                .map(feed -> new Part(feed.type(), feed.records()))
                .toList();
        String last = parties.get(parties.size() - 1).path("id").asText();
        return new Page(parts, parties.size() < size ? null : last);
    }
}
