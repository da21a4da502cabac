/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.EntityTransaction;
import javax.persistence.PersistenceException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** The one gate to the database, on EclipseLink. */
@Component
public final class JpaUnitOfWork implements UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(JpaUnitOfWork.class);
    private static final int ATTEMPTS = 5;

    private final EntityManagerFactory factory;
    private final Statistics statistics = new Statistics();
    private final Declared known = new Declared();

    @Activate
    public JpaUnitOfWork(@Reference(target = "(osgi.unit.name=kontor)") EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T write(CallContext context, Function<WriteTransaction, T> work) {
        AtomicInteger saved = new AtomicInteger();
        AtomicBoolean declares = new AtomicBoolean();
        T result;
        try {
            result = inTransaction(em -> {
                JpaTransaction transaction = new JpaTransaction(em, context, known);
                T answer = work.apply(transaction);
                saved.set(transaction.saved());
                if (transaction.declares()) {
                    declares.set(true);
                }
                return answer;
            });
        } finally {
            // also when the commit fails: it may be its answer alone that was lost
            if (declares.get()) {
                known.forget();
            }
        }
        if (statistics.isDue(saved.get())) {
            refreshStatistics();
        }
        return result;
    }

    /** What was written is committed: it stays so. */
    private void refreshStatistics() {
        try {
            once(em -> {
                Statistics.refresh(em);
                return null;
            });
        } catch (PersistenceException e) {
            LOG.info("PostgreSQL's statistics were not refreshed: {}", e.getMessage());
        }
    }

    @Override
    public <T> T read(Function<ReadTransaction, T> work) {
        return inTransaction(em -> work.apply(new JpaTransaction(em, null, known)));
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (PersistenceException e) {
                if (attempt == ATTEMPTS || !DatabaseErrors.passing(e)) {
                    throw DatabaseErrors.translate(e);
                }
                pause(attempt, e);
            }
        }
    }

    private <T> T once(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } finally {
            em.close();
        }
    }

    /** Two that met in a deadlock should not meet again at the same moment. */
    private static void pause(int attempt, PersistenceException cause) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 25L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseErrors.translate(cause);
        }
    }
}
