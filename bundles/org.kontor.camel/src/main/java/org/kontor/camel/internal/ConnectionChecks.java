/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.CheckedStep;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.camel.CheckFailedException;
import org.kontor.camel.CheckStep;
import org.kontor.camel.NoCallException;
import org.kontor.camel.SettingException;

/**
 * Runs checks, each in a thread and a CamelContext of its own. A step that takes too long is left alone, never interrupted (it
 * may be inside the embedded database), and its check counts as under way until it comes back. Thread-safe.
 */
final class ConnectionChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionChecks.class);
    private static final int AT_ONCE = 2;
    private static final String LATE =
            "The check took longer than " + ConnectionDesk.LONGEST_CHECK.toSeconds() + " s and was given up.";

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "kontor-check");
        thread.setDaemon(true);
        return thread;
    });

    /** What the thread of a check tells: a step that is known, or, with null, all their names. */
    private record Told(List<CheckStep> all, CheckedStep step) {}

    /** @throws KontorException {@code too_many_requests} */
    List<CheckedStep> run(CheckPlan plan, Consumer<CheckedStep> watcher) {
        if (!free.tryAcquire()) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, "Others check connections just now. Try again in a minute.");
        }
        BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        try {
            threads.execute(() -> {
                try {
                    work(plan, told);
                } finally {
                    free.release();
                }
            });
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
        return collect(told, watcher);
    }

    private static List<CheckedStep> collect(BlockingQueue<Told> told, Consumer<CheckedStep> watcher) {
        long end = System.nanoTime() + ConnectionDesk.LONGEST_CHECK.toNanos();
        List<CheckedStep> done = new ArrayList<>();
        List<CheckStep> all = null;
        try {
            while (all == null || done.size() < all.size()) {
                Told next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return late(all == null ? List.of() : all, done, watcher);
                }
                if (next.all() != null) {
                    all = next.all();
                } else {
                    done.add(next.step());
                    watcher.accept(next.step());
                }
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(ErrorCode.UNAVAILABLE, "The check was given up.");
        }
    }

    private static List<CheckedStep> late(List<CheckStep> all, List<CheckedStep> done, Consumer<CheckedStep> watcher) {
        for (int i = done.size(); i < all.size(); i++) {
            boolean first = i == done.size();
            CheckStep step = all.get(i);
            CheckedStep result = new CheckedStep(
                    step.name(),
                    first ? CheckedStep.StepState.FAILED : CheckedStep.StepState.SKIPPED,
                    first ? LATE : null,
                    first ? step.advice() : null,
                    first ? ConnectionDesk.LONGEST_CHECK.toMillis() : 0);
            watcher.accept(result);
            done.add(result);
        }
        return done;
    }

    private static void work(CheckPlan plan, BlockingQueue<Told> told) {
        CamelContext scratch = null;
        try {
            scratch = scratch(plan);
            List<CheckStep> steps = plan.steps(scratch);
            told.add(new Told(steps, null));
            Secrets secrets = plan.secrets();
            boolean goOn = true;
            for (CheckStep step : steps) {
                CheckedStep result = goOn
                        ? tried(plan.name(), step, secrets)
                        : new CheckedStep(step.name(), CheckedStep.StepState.SKIPPED, null, null, 0);
                told.add(new Told(null, result));
                goOn &= result.state() == CheckedStep.StepState.OK || !step.needed();
            }
        } catch (RuntimeException e) {
            LOG.error("The check of connection '{}' broke off", plan.name(), e);
            CheckStep step = CheckStep.needed("check", "Look into the log.", () -> "");
            told.add(new Told(List.of(step), null));
            told.add(new Told(null, failed(step, "The check broke off; the log says why.", 0)));
        } finally {
            if (scratch != null) {
                scratch.stop();
            }
        }
    }

    /** In the connector's bundle; a route file's is ours. */
    private static CamelContext scratch(CheckPlan plan) {
        Class<?> owner = plan.connector() == null
                ? ConnectionChecks.class
                : plan.connector().getClass();
        return Contexts.scratch("kontor-check-" + plan.name(), owner);
    }

    private static CheckedStep tried(String connection, CheckStep step, Secrets secrets) {
        long start = System.nanoTime();
        try {
            String found = step.work().call();
            return new CheckedStep(step.name(), CheckedStep.StepState.OK, secrets.mask(found), null, since(start));
        } catch (CheckFailedException | SettingException | KontorException | NoCallException e) {
            return failed(step, secrets.mask(e.getMessage()), since(start));
        } catch (Exception | StackOverflowError e) {
            LOG.error("Check of connection '{}', step '{}'", connection, step.name(), e);
            return failed(step, "Unexpected: " + e.getClass().getSimpleName() + "; the log says more.", since(start));
        }
    }

    private static CheckedStep failed(CheckStep step, String message, long millis) {
        return new CheckedStep(step.name(), CheckedStep.StepState.FAILED, message, step.advice(), millis);
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
