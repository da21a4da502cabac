/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

/** A first import is not planned for empty tables until PostgreSQL looks at them by itself. */
@Shows("S3")
public class StatisticsTest extends OnBothDatabases {
    @Before
    public void onPostgres() {
        assumeTrue("H2 looks by itself", kind == TestDatabase.POSTGRESQL);
    }

    @Test
    public void recordsAreFoundByTheirKeysRightAfterTheFirstBatch() throws Exception {
        List<SourceRecord> records = IntStream.range(0, 600)
                .mapToObj(i -> new SourceRecord("c" + i, named("Customer " + i), Map.of(), null, null))
                .toList();
        UUID run = engine.begin("erp", RecordType.CUSTOMER, "test");
        engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, records, SyncRules.PLAIN, null));
        String keys = records.stream()
                .limit(200)
                .map(record -> "'" + record.externalId() + "'")
                .collect(Collectors.joining(","));
        String plan = plan("SELECT record_id FROM cross_reference"
                + " WHERE connection = 'erp' AND record_type = 'customer' AND external_id = ANY (ARRAY[" + keys + "])");
        assertTrue(plan, plan.contains("rows=200 "));
    }

    private String plan(String sql) throws Exception {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
