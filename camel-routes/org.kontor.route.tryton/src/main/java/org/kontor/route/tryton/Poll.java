/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Again;
import org.kontor.camel.Calls;
import org.kontor.camel.KontorHeaders;
import org.kontor.camel.Monitor;
import org.kontor.camel.NoCallException;
import org.kontor.route.tryton.map.BrokenMappingException;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.map.PartyMappings;
import org.kontor.route.tryton.read.Departures;
import org.kontor.route.tryton.read.Feed;
import org.kontor.route.tryton.read.Reader;
import org.kontor.route.tryton.read.Reading;
import org.kontor.route.tryton.rpc.RefusedException;
import org.kontor.route.tryton.rpc.TrytonException;
import org.kontor.route.tryton.write.Outflow;

/**
 * The steps of a poll; what it is at stands in the exchange. Between the pages of a long reading goes what must not wait for
 * its end: changes, as often as there are polls, and records that a person asks for.
 */
final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    /** What is under way, the innermost first. */
    private static final String LEVELS = "TrytonLevels";

    private static final String MAPPING = "TrytonMapping";
    /** Of the time between two looks, what a look takes at most: where much was changed lately, listing it takes a while. */
    private static final int SHARE = 10;

    private final Reader reader;
    private final PartyMappings mappings;
    private final Monitor monitor;
    private final Calls calls;
    private final Runnable interrupt;
    private final Agenda agenda;
    private final Outflow outflow;
    private final Departures departures;
    private final Duration period;
    private final LongSupplier nanos;
    private long lookedAt;
    private long lookTook;
    /** A failure that no message explains was logged, and its end not yet seen. */
    private boolean logged;

    /**
     * @param interrupt ends the runs of the connection, to go on another time
     * @param nanos a clock that only goes forward, like {@link System#nanoTime()}
     */
    Poll(
            Reader reader,
            PartyMappings mappings,
            Monitor monitor,
            Calls calls,
            Runnable interrupt,
            Agenda agenda,
            Outflow outflow,
            Departures departures,
            Duration period,
            LongSupplier nanos) {
        this.reader = reader;
        this.mappings = mappings;
        this.monitor = monitor;
        this.calls = calls;
        this.interrupt = interrupt;
        this.agenda = agenda;
        this.outflow = outflow;
        this.departures = departures;
        this.period = period;
        this.nanos = nanos;
    }

    /** Finds out what there is to read, and reads the first page. */
    void open(Exchange exchange) {
        PartyMapping mapping = mappings.current();
        monitor.note(mappings.note());
        exchange.setProperty(LEVELS, new ArrayDeque<Level>());
        exchange.setProperty(MAPPING, mapping);
        outflow.settle(exchange.getMessage(), mapping);
        lookedAt = nanos.getAsLong();
        Again order = agenda.next(any -> true);
        if (order != null) {
            Reading reading = reader.again(mapping, order);
            if (order.full()) {
                agenda.done(order); // it is remembered with the cursor
            }
            push(exchange, new Level(reading, mapping, order));
        } else {
            reader.open(mapping).ifPresent(reading -> push(exchange, new Level(reading, mapping, null)));
        }
    }

    /** Between two pages: opens what is not to wait for the next one. */
    void openBetween(Exchange exchange) {
        Level outer = levels(exchange).element();
        if (levels(exchange).size() > 1
                || !outer.feeds.isEmpty()
                || exchange.getContext().isStopping()) {
            return;
        }
        Again order = agenda.next(one -> one != outer.order && !one.records().isEmpty());
        if (order != null) {
            push(exchange, new Level(reader.again(outer.mapping, order), outer.mapping, order));
            return;
        }
        long begun = nanos.getAsLong();
        if (begun - lookedAt >= Math.max(period.toNanos(), SHARE * lookTook)) {
            Optional<Reading> changes = reader.between(outer.mapping);
            lookedAt = nanos.getAsLong();
            lookTook = lookedAt - begun;
            changes.ifPresent(reading -> push(exchange, new Level(reading, outer.mapping, null)));
        }
    }

    boolean isBetween(Exchange exchange) {
        return levels(exchange).size() > 1;
    }

    /** Goes back to the reading between whose pages this one went. */
    void back(Exchange exchange) {
        levels(exchange).remove();
        UUID run = levels(exchange).element().run;
        mark(exchange);
        exchange.getMessage().removeHeader(KontorHeaders.BESIDE);
        if (run == null) {
            exchange.getMessage().removeHeader(KontorHeaders.RUN);
        } else {
            exchange.getMessage().setHeader(KontorHeaders.RUN, run);
        }
    }

    private void push(Exchange exchange, Level level) {
        Message message = exchange.getMessage();
        if (!levels(exchange).isEmpty()) {
            levels(exchange).element().run = message.getHeader(KontorHeaders.RUN, UUID.class);
            message.setHeader(KontorHeaders.BESIDE, message.removeHeader(KontorHeaders.RUN));
        }
        levels(exchange).push(level);
        message.setHeader(KontorHeaders.SOURCE, level.reading.source());
        mark(exchange);
    }

    /** Records or a time of change that a person names are a part of what there is. */
    private static void mark(Exchange exchange) {
        Again order = levels(exchange).element().order;
        exchange.getMessage().setHeader(KontorHeaders.PART, order != null && !order.full());
    }

    /** Whether there is something to tell a run about though nothing was found: a person asked for it. */
    boolean isOrdered(Exchange exchange) {
        return !levels(exchange).isEmpty() && levels(exchange).element().order != null;
    }

    /** Whether a batch is to be taken in. A connection that is being stopped lets the rest be: its cursor is committed. */
    boolean hasBatch(Exchange exchange) {
        return !isFinished(exchange) && !exchange.getContext().isStopping();
    }

    /** Whether all was read. */
    boolean isFinished(Exchange exchange) {
        return levels(exchange).isEmpty() || levels(exchange).element().feeds.isEmpty();
    }

    boolean isCustomers(Exchange exchange) {
        return levels(exchange).element().feeds.element().type() == RecordType.CUSTOMER;
    }

    /** Puts the batch into the message. */
    void load(Exchange exchange) {
        Level level = levels(exchange).element();
        Feed feed = level.feeds.element();
        Message message = exchange.getMessage();
        message.setBody(feed.records());
        message.setHeader(KontorHeaders.RULES, level.mapping.rules(feed.type()));
        put(message, KontorHeaders.REACH, feed.reach());
        put(message, KontorHeaders.PROGRESS, feed.progress());
    }

    private static void put(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    /** Puts the batch, which is committed, aside. */
    void turn(Exchange exchange) {
        levels(exchange).element().feeds.remove();
    }

    /** Reads the next page when all of this one is committed. */
    void turnPage(Exchange exchange) {
        Level level = levels(exchange).element();
        if (level.feeds.isEmpty()) {
            level.turnPage();
        }
    }

    /** Sends what we changed, once all that was changed there is read: nothing that is there may be created there. */
    void send(Exchange exchange) {
        if (isFinished(exchange) && reader.hasReadAll()) {
            outflow.send(
                    exchange.getMessage(),
                    exchange.getProperty(MAPPING, PartyMapping.class),
                    exchange.getContext()::isStopping);
        }
    }

    /** Looks for what was deleted there, once all that was changed there is read. */
    void seekDeleted(Exchange exchange) {
        if (isFinished(exchange)) {
            departures.seek(
                    exchange.getMessage(),
                    exchange.getProperty(MAPPING, PartyMapping.class),
                    exchange.getContext()::isStopping);
        }
    }

    /** All of a reading is taken in. */
    void done(Exchange exchange) {
        Level level = levels(exchange).peek();
        if (level != null && level.order != null) {
            agenda.done(level.order);
        }
    }

    void works(Exchange exchange) {
        if (isFinished(exchange)) {
            logged = false;
            if (departures.held() == null) {
                monitor.idle();
            } else {
                monitor.waiting(departures.held());
            }
        }
    }

    /** What fails next: the reading between whose pages the failed one went. */
    void failedOuter(Exchange exchange) {
        exchange.getMessage().removeHeader(KontorHeaders.RUN);
        Deque<Level> levels = levels(exchange);
        if (levels != null && levels.size() > 1) {
            back(exchange);
        }
    }

    /** Tells the failure to administrators, and to the run. */
    void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof BrokenMappingException) {
            monitor.failed(failure.getMessage());
            return;
        }
        if (failure instanceof RefusedException) {
            mappings.renew(); // a module may have gone
            dropOrder(exchange);
        }
        String message = failure instanceof TrytonException || failure instanceof NoCallException || isBraked(failure)
                ? failure.getMessage()
                : "What was read from Tryton could not be taken in: " + failure.getMessage();
        message = message.endsWith(".") ? message : message + ".";
        if (failure instanceof NoCallException) {
            // nothing is wrong with the run: it goes on where it is
            endRuns();
            exchange.getMessage().removeHeader(KontorHeaders.RUN);
        } else {
            exchange.getMessage().setHeader(KontorHeaders.MESSAGE, message);
            log(failure);
        }
        String held = failure instanceof NoCallException ? null : calls.heldBack();
        monitor.waiting(held == null ? message : message + " " + held);
    }

    private static boolean isBraked(Throwable failure) {
        return failure instanceof KontorException known && known.code() == ErrorCode.BRAKED;
    }

    private void endRuns() {
        try {
            interrupt.run();
        } catch (RuntimeException e) {
            LOG.debug("Runs stay open until the next one", e);
        }
    }

    private void log(Throwable failure) {
        boolean explained = failure instanceof TrytonException || failure instanceof KontorException;
        if (!explained && !logged) {
            logged = true;
            LOG.error("What was read from Tryton could not be taken in", failure);
        }
    }

    /** What Tryton refuses is not asked for ever. */
    private void dropOrder(Exchange exchange) {
        if (levels(exchange) != null) {
            done(exchange);
        }
    }

    @SuppressWarnings("unchecked") // set by open
    private static Deque<Level> levels(Exchange exchange) {
        return exchange.getProperty(LEVELS, Deque.class);
    }
}
