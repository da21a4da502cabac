/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Quarantined;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.QuarantineEntry;
import org.kontor.spi.store.WriteTransaction;

/**
 * Who goes to the quarantine and who leaves it (requirement S10). Records without a usable id are items of their run alone:
 * nobody could tell when a later version of them is well. Used inside one transaction.
 */
record Wards(WriteTransaction transaction, String connection, RecordType type) {
    void sort(List<SourceRecord> records, List<ItemResult> results, SyncRules rules) {
        Map<String, SourceRecord> refused = new HashMap<>();
        Map<String, ItemResult> reasons = new HashMap<>();
        List<String> well = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            ItemResult result = results.get(i);
            String id = result.externalId();
            if (result.outcome() != Outcome.REFUSED) {
                well.add(id);
                refused.remove(id);
            } else if (ExternalIds.isStorable(id)) {
                refused.put(id, records.get(i));
                reasons.put(id, result);
            }
        }
        if (!well.isEmpty()) {
            transaction.quarantine().release(connection, type, well);
        }
        if (!refused.isEmpty()) {
            transaction.quarantine().put(connection, type, entries(refused, reasons, RulesText.write(rules)));
        }
    }

    private List<QuarantineEntry> entries(
            Map<String, SourceRecord> refused, Map<String, ItemResult> reasons, String rules) {
        Map<String, Link> links = transaction.sync().links(connection, type, Set.copyOf(refused.keySet()));
        Instant now = Ids.now();
        return refused.entrySet().stream()
                .map(one -> {
                    Link link = links.get(one.getKey());
                    ItemResult reason = reasons.get(one.getKey());
                    return new QuarantineEntry(
                            new Quarantined(
                                    Ids.next(),
                                    connection,
                                    type,
                                    one.getKey(),
                                    link == null ? null : link.recordId(),
                                    reason.error(),
                                    reason.message(),
                                    reason.violations(),
                                    ToldValues.of(one.getValue()),
                                    now,
                                    now,
                                    1),
                            rules);
                })
                .collect(Collectors.toList());
    }
}
