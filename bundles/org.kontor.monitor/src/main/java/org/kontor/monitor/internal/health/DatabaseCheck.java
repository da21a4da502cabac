/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.kontor.spi.store.SchemaState;
import org.kontor.spi.store.SchemaState.Phase;
import org.kontor.spi.store.StoreCheck;

/**
 * Whether the database is there, is at this version and answers. It is asked by one thread of its own, one question at a
 * time: a database that hangs holds up nobody else. Close it in the end.
 */
final class DatabaseCheck implements Check, AutoCloseable {
    private static final String DATABASE = "database";
    private static final String MIGRATION = "migration";

    private final Supplier<SchemaState> schema;
    private final Supplier<StoreCheck> store;
    private final Duration patience;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "kontor-database-check");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Long> question;
    private volatile long feedPosition = -1;

    /** @param patience how long to wait for an answer */
    DatabaseCheck(Supplier<SchemaState> schema, Supplier<StoreCheck> store, Duration patience) {
        this.schema = schema;
        this.store = store;
        this.patience = patience;
    }

    @Override
    public List<Finding> look() {
        SchemaState state = schema.get();
        StoreCheck check = store.get();
        if (state == null) {
            return List.of(Finding.missing(DATABASE, "its bundle is not started"));
        }
        Phase phase = state.phase();
        if (phase == Phase.MIGRATING) {
            return List.of(Finding.missing(MIGRATION, "under way"));
        }
        if (phase == Phase.FAILED) {
            return List.of(Finding.missing(MIGRATION, "failed; the log says why"));
        }
        if (check == null) {
            return List.of(Finding.missing(
                    DATABASE,
                    phase == Phase.MIGRATED
                            ? "is being opened"
                            : "does not answer, or etc/org.ops4j.datasource-kontor.cfg is missing or wrong; the log says"
                                    + " which"));
        }
        return List.of(ask(check), Finding.ok(MIGRATION));
    }

    private synchronized Finding ask(StoreCheck check) {
        if (question == null) {
            question = asker.submit(check::feedPosition);
        }
        Future<Long> asked = question;
        try {
            feedPosition = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            question = null;
            return Finding.ok(DATABASE);
        } catch (TimeoutException e) {
            feedPosition = -1;
            return Finding.missing(DATABASE, "does not answer in time");
        } catch (ExecutionException e) {
            feedPosition = -1;
            question = null;
            return Finding.missing(DATABASE, "does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.missing(DATABASE, "could not be asked");
        }
    }

    /** Position of the feed at the last look; empty when the database did not answer. */
    OptionalLong feedPosition() {
        long position = feedPosition;
        return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }
}
