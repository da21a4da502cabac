/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementStrategy;

import org.kontor.api.sync.ConnectionTrace;
import org.kontor.api.sync.TracedCall;

/** One trace of one connection: what its contexts tell, waiting to be read; what is not read in time is left out. */
final class Trace implements ConnectionTrace {
    private static final int MOST_WAITING = 500;

    private final String connection;
    private final long end;
    private final Consumer<Trace> whenClosed;
    private final BlockingQueue<TracedCall> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final TraceNotifier notifier;
    private volatile boolean closed;

    Trace(String connection, Secrets secrets, Duration most, int body, Consumer<Trace> whenClosed) {
        this.connection = connection;
        this.end = System.nanoTime() + most.toNanos();
        this.whenClosed = whenClosed;
        this.notifier = new TraceNotifier(secrets, body, this::take, this::isOpen);
    }

    String connection() {
        return connection;
    }

    void attach(CamelContext context) {
        context.getManagementStrategy().addEventNotifier(notifier);
        context.getCamelContextExtension().setEventNotificationApplicable(true);
    }

    void detach(CamelContext context) {
        ManagementStrategy strategy = context.getManagementStrategy();
        strategy.removeEventNotifier(notifier);
        if (strategy.getEventNotifiers().isEmpty()) {
            context.getCamelContextExtension().setEventNotificationApplicable(false);
        }
    }

    private void take(TracedCall call) {
        if (!waiting.offer(call)) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public TracedCall next(Duration wait) throws InterruptedException {
        closeWhenOver();
        return waiting.poll(isOpen() ? Math.min(wait.toNanos(), end - System.nanoTime()) : 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isOpen() {
        return !closed && System.nanoTime() < end;
    }

    void closeWhenOver() {
        if (!isOpen()) {
            close();
        }
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
    }
}
