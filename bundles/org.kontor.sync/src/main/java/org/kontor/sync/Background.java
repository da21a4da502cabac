/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.RunState;

/** Long work on connections that a person looks at later: one after the other, and one at a time for a connection. Thread-safe. */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int MOST_WAITING = 20;
    private static final int SECONDS_TO_STOP = 60;

    private final String what;
    private final ScheduledExecutorService worker;
    /** What is under way or waits for its turn, by connection. */
    private final Map<String, UUID> open = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    /** @param what it is, for people, for example {@code comparison} */
    Background(String what) {
        this.what = what;
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kontor-" + what.replace(' ', '-'));
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Work to do. */
    interface Work {
        /**
         * Does it, on the thread of all such work.
         *
         * @return whether it came to its end; {@link Background#isStopped()} tells it to end early
         */
        boolean run(UUID id);

        /** Notes how it ended. @param message why it failed, else null */
        void end(UUID id, RunState state, String message);
    }

    void repeat(int seconds, Runnable look) {
        worker.scheduleWithFixedDelay(look, seconds, seconds, TimeUnit.SECONDS);
    }

    boolean isStopped() {
        return stopped;
    }

    /**
     * @param fresh notes that it begins, and gives its id; not asked when the connection's is under way
     * @return what is under way
     * @throws KontorException {@code too_many_requests}
     */
    synchronized UUID begin(String connection, Supplier<UUID> fresh, Work work) {
        UUID under = open.get(connection);
        if (under != null) {
            return under;
        }
        if (open.size() >= MOST_WAITING) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "More than " + MOST_WAITING + " wait already, each of them a " + what
                            + ". Begin it when they are done.");
        }
        UUID id = fresh.get();
        open.put(connection, id);
        worker.execute(() -> run(connection, id, work));
        return id;
    }

    private void run(String connection, UUID id, Work work) {
        try {
            end(connection, id, work, work.run(id) ? RunState.COMPLETED : RunState.INTERRUPTED, null);
        } catch (KontorException known) {
            end(connection, id, work, RunState.FAILED, known.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("The {} of connection '{}' broke off", what, connection, e);
            end(connection, id, work, RunState.FAILED, "The " + what + " broke off; the log says why.");
        }
    }

    /** Whoever reads that it ended may begin the next one at once. */
    private synchronized void end(String connection, UUID id, Work work, RunState state, String message) {
        open.remove(connection, id);
        try {
            work.end(id, state, message);
        } catch (RuntimeException e) {
            LOG.warn("The end of the {} of connection '{}' cannot be noted: {}", what, connection, e.toString());
        }
    }

    /** What is under way ends with the page that it is at; it is never interrupted, which would close an embedded database. */
    void close() throws InterruptedException {
        stopped = true;
        worker.shutdown();
        worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }
}
