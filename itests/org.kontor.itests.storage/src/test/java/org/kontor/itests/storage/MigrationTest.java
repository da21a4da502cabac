/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.sql.SQLException;

import org.junit.Test;

import org.kontor.persistence.migration.Migration;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("X1")
public class MigrationTest extends OnBothDatabases {
    @Test
    public void aSecondStartChangesNothing() throws Exception {
        long before = database.count("SELECT count(*) FROM databasechangelog");
        customers.create(ME, named("Acme"));
        new Migration().prepare(database.dataSource());
        assertEquals(before, database.count("SELECT count(*) FROM databasechangelog"));
        assertEquals(1, database.count("SELECT count(*) FROM customer"));
    }

    @Test
    public void aLockLeftByAKillHoldsNobodyUp() throws Exception {
        database.run("UPDATE databasechangeloglock SET locked = true, lockedby = 'a node that died'");
        new Migration().prepare(database.dataSource());
        customers.create(ME, named("Acme"));
    }

    @Test
    public void aDatabaseOfALaterVersionIsRefused() throws Exception {
        database.run("UPDATE databasechangelog SET id = '9999-future' WHERE orderexecuted = 1");
        SQLException refusal = assertThrows(SQLException.class, () -> new Migration().prepare(database.dataSource()));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("later version"));
    }
}
