/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.LocalDate;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Calls of a day are counted in the database, for each connection by itself. */
@Shows("S11")
public class CallsOfADayTest extends OnBothDatabases {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private long take(String connection, LocalDate day, long wanted) {
        return unitOfWork.write(
                engine.caller(connection), transaction -> transaction.sync().takeCalls(connection, day, wanted, 100));
    }

    @Test
    public void aDayHasSoManyAndTheNextOneAsManyAgain() {
        assertEquals(60, take("erp", DAY, 60));
        assertEquals(40, take("erp", DAY, 60));
        assertEquals(0, take("erp", DAY, 1));
        assertEquals(1, take("other", DAY, 1));
        assertEquals(60, take("erp", DAY.plusDays(1), 60));
        assertEquals(40, take("erp", DAY.plusDays(1), 60));
    }
}
