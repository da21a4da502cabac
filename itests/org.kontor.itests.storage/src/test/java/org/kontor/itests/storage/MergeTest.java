/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Edits here and there in any order: a field holds what was written to it last, by whichever side. */
@Shows({"S6", "S7"})
public class MergeTest extends OnBothDatabases {
    private static final List<CustomerField> FIELDS = List.of(
            CustomerField.NAME, CustomerField.TAX_ID, CustomerField.ADDRESS_CITY, CustomerField.BILLING_CONTACT_NAME);

    @Test
    public void noEditOfOneSideAloneIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<CustomerField, String> there = new HashMap<>();
        Map<CustomerField, String> expected = new HashMap<>();
        FIELDS.forEach(field -> there.put(field, "start"));
        expected.putAll(there);
        UUID id = read(there);
        for (int step = 0; step < 60; step++) {
            CustomerField field = FIELDS.get(random.nextInt(FIELDS.size()));
            String value = field != CustomerField.NAME && random.nextInt(5) == 0 ? null : "v" + step;
            if (random.nextBoolean()) {
                if (java.util.Objects.equals(there.get(field), value)) {
                    continue; // no edit: nothing is different there
                }
                there.put(field, value);
                read(there);
            } else {
                Customer now = customers.get(ME, id);
                customers.update(ME, id, now.version(), set(field, value));
            }
            expected.put(field, value);
            Customer now = customers.get(ME, id);
            for (CustomerField each : FIELDS) {
                assertEquals(
                        "seed " + seed + ", step " + step,
                        expected.get(each),
                        now.values().get(each));
            }
        }
    }

    private UUID read(Map<CustomerField, String> there) {
        SourceRecord record = new SourceRecord("1", FieldValues.of(there), Map.of(), null, null);
        UUID run = engine.begin("erp", RecordType.CUSTOMER, "test");
        return engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, List.of(record), SyncRules.PLAIN, null))
                .get(0)
                .recordId();
    }
}
