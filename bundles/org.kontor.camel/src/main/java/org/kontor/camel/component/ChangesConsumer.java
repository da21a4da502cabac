/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.feed.Change;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordDocument;
import org.kontor.api.record.RecordType;
import org.kontor.camel.KontorHeaders;

/**
 * Follows the change feed on a thread of its own. The position moves behind an exchange that ended well, so that each change
 * is handed on at least once; one that ends badly is tried again, later and later, and holds all behind it. The thread is
 * never interrupted: H2 closes its file when a thread is that is just in it.
 */
final class ChangesConsumer extends DefaultConsumer implements Suspendable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesConsumer.class);
    /** Changes read at once where each is an exchange of its own. */
    private static final int PAGE = 100;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final long MILLIS_TO_STOP = 20_000;

    private final KontorComponent component;
    private final ChangesOptions options;
    private final FollowedFeed feed;
    private final Object wake = new Object();
    private Thread thread;
    private Instant due;
    private int failures;

    ChangesConsumer(ChangesEndpoint endpoint, Processor processor, KontorComponent component, ChangesOptions options) {
        super(endpoint, processor);
        this.component = component;
        this.options = options;
        this.feed = component.feed();
    }

    /** An exchange ended badly. */
    private static final class HeldException extends Exception {
        private static final long serialVersionUID = 1L;

        HeldException(long position, String what, Throwable cause) {
            super("The route failed with " + what + " at position " + position + " of the change feed", cause);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component.claims().claim(options.consumer(), this, component.connection());
        if (options.fromNow()) {
            beginNow();
        }
        due = options.at() == null ? Instant.EPOCH : next();
        thread = getEndpoint().getCamelContext().getExecutorServiceManager().newThread("changes", this::follow);
        thread.start();
    }

    /** Now is when the route starts, and not only when it first reads. */
    private void beginNow() {
        try {
            feed.position(options.consumer(), true);
        } catch (RuntimeException e) {
            LOG.warn("Consumer '{}' begins when the change feed can be read", options.consumer(), e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (wake) {
            wake.notifyAll();
        }
        if (thread != null && thread != Thread.currentThread()) {
            thread.join(MILLIS_TO_STOP);
        }
        component.claims().release(options.consumer(), this);
        super.doStop();
    }

    private boolean mayGoOn() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    private void follow() {
        while (isRunAllowed()) {
            Duration pause = isSuspendingOrSuspended() ? LOOK_AGAIN : poll();
            synchronized (wake) {
                try {
                    if (isRunAllowed() && !pause.isZero()) {
                        wake.wait(pause.toMillis());
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** Hands on what is new. Gives how long to wait now; zero when there may be more. */
    private Duration poll() {
        if (Instant.now().isBefore(due)) {
            return options.at() == null ? Duration.between(Instant.now(), due).plusMillis(1) : LOOK_AGAIN;
        }
        try {
            boolean more = page();
            if (failures > 0 || more) {
                failures = 0;
                component.troubles().well(this);
            }
            if (!more && options.at() != null && mayGoOn()) {
                due = next();
            }
            return more ? Duration.ZERO : options.delay();
        } catch (HeldException e) {
            return held(e.getMessage(), e.getCause());
        } catch (RuntimeException e) {
            return held("The change feed cannot be read", e);
        }
    }

    private Duration held(String message, Throwable cause) {
        failures = Math.min(failures + 1, 30);
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
        wait = wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
        LOG.warn("{}; consumer '{}' tries again in {} s", message, options.consumer(), wait.toSeconds());
        LOG.debug("Consumer '{}'", options.consumer(), cause);
        component.troubles().tell(this, message + "; it is tried again.");
        return wait;
    }

    /** @return whether there may be more */
    private boolean page() throws HeldException {
        long from = feed.position(options.consumer(), options.fromNow());
        List<Change> changes = feed.read(from, options.batch() == 0 ? PAGE : options.batch());
        if (changes.isEmpty()) {
            return false;
        }
        List<Change> wanted = changes.stream().filter(this::isWanted).toList();
        Map<UUID, BusinessRecord> records = records(wanted);
        long last = changes.get(changes.size() - 1).position();
        if (options.batch() > 0) {
            if (!wanted.isEmpty()) {
                hand(last, message -> batch(message, last, wanted, records));
            }
        } else {
            for (Change change : wanted) {
                if (!mayGoOn()) {
                    return false;
                }
                hand(change.position(), message -> single(message, change, records));
                feed.move(options.consumer(), change.position());
            }
        }
        feed.move(options.consumer(), last);
        return mayGoOn();
    }

    private boolean isWanted(Change change) {
        return !options.skipped().contains(change.source())
                && RecordType.ofKey(change.recordType())
                        .filter(options.types()::contains)
                        .isPresent();
    }

    private Map<UUID, BusinessRecord> records(List<Change> changes) {
        Map<UUID, BusinessRecord> records = new LinkedHashMap<>();
        if (options.record()) {
            changes.stream()
                    .collect(Collectors.groupingBy(
                            Change::recordType, Collectors.mapping(Change::recordId, Collectors.toSet())))
                    .forEach((type, ids) ->
                            records.putAll(feed.records(RecordType.ofKey(type).orElseThrow(), ids)));
        }
        return records;
    }

    private interface Filling {
        void fill(Message message);
    }

    private void hand(long position, Filling filling) throws HeldException {
        Exchange exchange = createExchange(false);
        try {
            filling.fill(exchange.getMessage());
            try {
                getProcessor().process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            if (exchange.getException() != null) {
                // no message: it may hold what is in the records, or a secret; the route's own log has it
                throw new HeldException(
                        position, exchange.getException().getClass().getSimpleName(), exchange.getException());
            }
            if (exchange.isRollbackOnly()) {
                throw new HeldException(position, "a roll back", null);
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private static void single(Message message, Change change, Map<UUID, BusinessRecord> records) {
        message.setHeader(KontorHeaders.POSITION, change.position());
        message.setHeader(KontorHeaders.TYPE, change.recordType());
        message.setHeader(KontorHeaders.RECORD_ID, change.recordId().toString());
        message.setHeader(KontorHeaders.ACTION, change.action().name());
        message.setHeader(KontorHeaders.VERSION, change.version());
        message.setHeader(KontorHeaders.AT, change.at().toString());
        message.setHeader(KontorHeaders.THROUGH, change.source());
        message.setBody(document(change, records));
    }

    private static void batch(Message message, long position, List<Change> changes, Map<UUID, BusinessRecord> records) {
        message.setHeader(KontorHeaders.POSITION, position);
        message.setBody(changes.stream()
                .map(change -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("position", change.position());
                    document.put("recordType", change.recordType());
                    document.put("recordId", change.recordId().toString());
                    document.put("version", change.version());
                    document.put("action", change.action().name());
                    document.put("at", change.at().toString());
                    document.put("source", change.source());
                    document.put("auditId", change.auditId().toString());
                    Map<String, Object> record = document(change, records);
                    if (record != null) {
                        document.put("record", record);
                    }
                    return document;
                })
                .collect(Collectors.toList()));
    }

    /** Null for one that is deleted by now. */
    private static Map<String, Object> document(Change change, Map<UUID, BusinessRecord> records) {
        BusinessRecord record = records.get(change.recordId());
        return record == null ? null : RecordDocument.of(record);
    }

    /** The next moment at which the clocks here show the time. */
    private Instant next() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        ZonedDateTime today = ZonedDateTime.of(now.toLocalDate(), options.at(), now.getZone());
        return (today.isAfter(now)
                        ? today
                        : ZonedDateTime.of(now.toLocalDate().plusDays(1), options.at(), now.getZone()))
                .toInstant();
    }
}
