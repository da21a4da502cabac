/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.persistence.EntityManagerFactory;

import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.Test;

import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.testing.Await;
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

    /** Two nodes make the connection's first call at the same moment. */
    @Test
    public void theFirstCallIsCountedByBothOfTwo() {
        CountedStatements statements = new CountedStatements();
        EntityManagerFactory factory = new PersistenceProvider()
                .createEntityManagerFactory(
                        "kontor",
                        Map.of(
                                "javax.persistence.nonJtaDataSource",
                                statements.around(database.dataSource()),
                                "eclipselink.classloader",
                                getClass().getClassLoader()));
        UnitOfWork other = new JpaUnitOfWork(factory);
        CompletableFuture<Long> second = unitOfWork.write(ME, transaction -> {
            assertEquals(60, transaction.sync().takeCalls("erp", DAY, 60, 100));
            CompletableFuture<Long> late = CompletableFuture.supplyAsync(
                    () -> other.write(ME, quicker -> quicker.sync().takeCalls("erp", DAY, 60, 100)));
            // it has looked, found nothing, and adds what is being added here
            Await.until("the other one adds", Duration.ofSeconds(20), () -> statements.count() >= 2 || late.isDone());
            return late;
        });
        assertEquals(Long.valueOf(40), second.join());
        factory.close();
    }
}
