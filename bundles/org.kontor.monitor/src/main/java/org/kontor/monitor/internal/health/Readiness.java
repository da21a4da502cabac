/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Kontor is ready to serve. However many ask, it is looked once a second at most; who asks while another looks is
 * given the report before. Thread-safe.
 */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<Check> checks;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen;

    private record Seen(Report report, long at) {}

    Readiness(List<Check> checks) {
        this(checks, System::nanoTime);
    }

    /** @param nanos a clock for tests */
    Readiness(List<Check> checks, LongSupplier nanos) {
        this.checks = List.copyOf(checks);
        this.nanos = nanos;
    }

    /** The newest report; at most about a second old, or as old as the checks take. */
    public Report report() {
        Seen before = seen;
        if (isFresh(before)) {
            return before.report();
        }
        if (before == null) {
            looking.lock(); // there is none that could be given meanwhile
        } else if (!looking.tryLock()) {
            return before.report();
        }
        try {
            if (!isFresh(seen)) {
                seen = new Seen(look(), nanos.getAsLong());
            }
            return seen.report();
        } finally {
            looking.unlock();
        }
    }

    private boolean isFresh(Seen one) {
        return one != null && nanos.getAsLong() - one.at() < FRESH.toNanos();
    }

    private Report look() {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            try {
                findings.addAll(check.look());
            } catch (RuntimeException e) {
                LOG.warn("A check of the readiness failed", e);
                findings.add(Finding.missing(check.getClass().getSimpleName(), "cannot be checked; the log says why"));
            }
        }
        return new Report(findings);
    }
}
