/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.apache.camel.Exchange;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.camel.KontorHeaders;
import org.kontor.camel.Monitor;
import org.kontor.route.tryton.map.BrokenMappingException;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.map.PartyMappings;
import org.kontor.route.tryton.read.Departures;
import org.kontor.route.tryton.read.Feed;
import org.kontor.route.tryton.read.Reader;
import org.kontor.route.tryton.read.Reading;
import org.kontor.route.tryton.rpc.RefusedException;
import org.kontor.route.tryton.rpc.TrytonException;
import org.kontor.route.tryton.write.Sending;

/** The steps of a poll; what it is at stands in the exchange. */
final class Poll {
    private static final String READING = "TrytonReading";
    private static final String FEEDS = "TrytonFeeds";
    private static final String MAPPING = "TrytonMapping";

    private final Reader reader;
    private final PartyMappings mappings;
    private final Monitor monitor;
    private final Away away;
    /** Null where nothing is written to Tryton. */
    private final Sending sending;

    private final Departures departures;

    Poll(Reader reader, PartyMappings mappings, Monitor monitor, Away away, Sending sending, Departures departures) {
        this.departures = departures;
        this.sending = sending;
        this.reader = reader;
        this.mappings = mappings;
        this.monitor = monitor;
        this.away = away;
    }

    /** Finds out what there is to read, and reads the first page. */
    void open(Exchange exchange) {
        PartyMapping mapping = mappings.current();
        monitor.note(mappings.note());
        if (sending != null) {
            sending.settle(exchange.getMessage(), mapping);
        }
        Optional<Reading> reading = reader.open(mapping);
        exchange.setProperty(FEEDS, new ArrayDeque<Feed>());
        exchange.setProperty(MAPPING, mapping);
        if (reading.isPresent()) {
            exchange.setProperty(READING, reading.get());
            exchange.getMessage().setHeader(KontorHeaders.SOURCE, reading.get().source());
            turnPage(exchange);
        }
    }

    /** Whether a batch is to be taken in. A connection that is being stopped lets the rest be: its cursor is committed. */
    boolean hasBatch(Exchange exchange) {
        return !feeds(exchange).isEmpty() && !exchange.getContext().isStopping();
    }

    /** Whether all was read. */
    boolean isFinished(Exchange exchange) {
        return feeds(exchange).isEmpty();
    }

    boolean isCustomers(Exchange exchange) {
        return feeds(exchange).element().type() == RecordType.CUSTOMER;
    }

    /** Puts the batch into the message. */
    void load(Exchange exchange) {
        Feed feed = feeds(exchange).element();
        exchange.getMessage().setBody(feed.records());
        PartyMapping mapping = exchange.getProperty(MAPPING, PartyMapping.class);
        exchange.getMessage()
                .setHeader(
                        KontorHeaders.RULES,
                        mapping.rules(feeds(exchange).element().type()));
        if (feed.progress() == null) {
            exchange.getMessage().removeHeader(KontorHeaders.PROGRESS);
        } else {
            exchange.getMessage().setHeader(KontorHeaders.PROGRESS, feed.progress());
        }
    }

    /** Puts the batch, which is committed, aside, and reads the next page when it was the last of its page. */
    void turn(Exchange exchange) {
        feeds(exchange).remove();
        if (feeds(exchange).isEmpty()) {
            turnPage(exchange);
        }
    }

    /** Sends what we changed, once all that was changed there is read. */
    void send(Exchange exchange) {
        if (sending != null && isFinished(exchange)) {
            sending.send(
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

    void works(Exchange exchange) {
        if (isFinished(exchange)) {
            away.works();
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
        }
        String message;
        Throwable unexpected = null;
        if (failure instanceof TrytonException || isBraked(failure)) {
            message = failure.getMessage();
        } else {
            message = "What was read from Tryton could not be taken in: " + failure.getMessage();
            unexpected = failure instanceof KontorException ? null : failure;
        }
        message = message.endsWith(".") ? message : message + ".";
        exchange.getMessage().setHeader(KontorHeaders.MESSAGE, message);
        away.failed(message, unexpected);
    }

    private static boolean isBraked(Throwable failure) {
        return failure instanceof KontorException known && known.code() == ErrorCode.BRAKED;
    }

    private static void turnPage(Exchange exchange) {
        feeds(exchange).addAll(exchange.getProperty(READING, Reading.class).next());
    }

    @SuppressWarnings("unchecked") // set by open
    private static Deque<Feed> feeds(Exchange exchange) {
        return exchange.getProperty(FEEDS, Deque.class);
    }
}
