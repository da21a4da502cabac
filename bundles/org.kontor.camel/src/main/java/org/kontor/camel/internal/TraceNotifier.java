/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.apache.camel.util.URISupport;

import org.kontor.api.sync.TracedCall;
import org.kontor.camel.KontorHeaders;

/** Makes lines of a trace of what Camel tells of its exchanges. Thread-safe. */
final class TraceNotifier extends SimpleEventNotifierSupport {
    /** Calls that were begun and not ended; the oldest is forgotten. */
    private static final int MOST_BEGUN = 1000;

    /** Characters behind what is shown that are masked with it; longer than any secret. */
    private static final int SPARE = 8192;

    private final Secrets secrets;
    private final int body;
    private final Consumer<TracedCall> taker;
    private final BooleanSupplier wanted;
    private final Map<Begun, Request> begun = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Begun, Request> eldest) {
            return size() > MOST_BEGUN;
        }
    });

    private record Begun(String exchange, String endpoint) {}

    private record Request(String size, String text) {}

    /** @param body characters of a payload that are shown */
    TraceNotifier(Secrets secrets, int body, Consumer<TracedCall> taker, BooleanSupplier wanted) {
        this.secrets = secrets;
        this.body = body;
        this.taker = taker;
        this.wanted = wanted;
        setupIgnore(true); // all but these
        setIgnoreExchangeEvents(false);
        setIgnoreExchangeSendingEvents(false);
        setIgnoreExchangeSentEvents(false);
        setIgnoreExchangeCompletedEvent(false);
        setIgnoreExchangeFailedEvents(false);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return wanted.getAsBoolean();
    }

    @Override
    public boolean isDisabled() {
        return !wanted.getAsBoolean();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSendingEvent sending) {
            Exchange exchange = sending.getExchange();
            begun.put(key(exchange, sending.getEndpoint()), request(exchange));
        } else if (event instanceof ExchangeSentEvent sent) {
            taker.accept(sent(sent));
        } else if (event instanceof ExchangeEvent ended && !isWithin(ended.getExchange())) {
            taker.accept(ended(ended.getExchange()));
        }
    }

    /** Whether it is a call within the connection, which was told already. */
    private static boolean isWithin(Exchange exchange) {
        Endpoint from = exchange.getFromEndpoint();
        return from != null && from.getEndpointUri().startsWith("direct:");
    }

    private static Begun key(Exchange exchange, Endpoint endpoint) {
        return new Begun(exchange.getExchangeId(), endpoint.getEndpointUri());
    }

    private Request request(Exchange exchange) {
        return new Request(size(exchange.getMessage()), payload(exchange));
    }

    private TracedCall sent(ExchangeSentEvent sent) {
        Exchange exchange = sent.getExchange();
        Request request = begun.remove(key(exchange, sent.getEndpoint()));
        String endpoint = uri(sent.getEndpoint());
        String call = exchange.getProperty(KontorHeaders.CALL, String.class);
        return new TracedCall(
                Instant.now(),
                ExchangeHelper.getAtRouteId(exchange),
                call == null ? endpoint : secrets.mask(call),
                endpoint,
                false,
                sent.getTimeTaken(),
                failure(exchange),
                request == null ? null : request.size(),
                size(exchange.getMessage()),
                request == null ? null : request.text(),
                payload(exchange));
    }

    private TracedCall ended(Exchange exchange) {
        String endpoint = exchange.getFromEndpoint() == null ? null : uri(exchange.getFromEndpoint());
        return new TracedCall(
                Instant.now(),
                exchange.getFromRouteId(),
                endpoint,
                endpoint,
                true,
                exchange.getClock().elapsed(),
                failure(exchange),
                null,
                size(exchange.getMessage()),
                null,
                null);
    }

    /** Without what stands behind the question mark: options, and at times secrets. */
    private String uri(Endpoint endpoint) {
        String uri = URISupport.sanitizeUri(endpoint.getEndpointUri());
        int options = uri.indexOf('?');
        return secrets.mask(options < 0 ? uri : uri.substring(0, options));
    }

    private String failure(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            return secrets.mask(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return status != null && status >= 400 ? "status " + status : null;
    }

    private static String size(Message message) {
        Object content = message.getBody();
        if (content instanceof byte[] bytes) {
            return bytes.length + " B";
        }
        if (content instanceof CharSequence text) {
            return text.length() + " characters";
        }
        if (content instanceof Collection<?> records) {
            return records.size() + (records.size() == 1 ? " record" : " records");
        }
        // what comes back as a stream is not read for this
        Object length = message.getHeader(Exchange.CONTENT_LENGTH);
        return length == null ? null : length + " B";
    }

    private String payload(Exchange exchange) {
        if (body == 0) {
            return null;
        }
        if (Boolean.TRUE.equals(exchange.getProperty(KontorHeaders.SECRET, Boolean.class))) {
            return "(secret)";
        }
        if (exchange.getMessage().getBody() == null) {
            return null;
        }
        String text = Objects.toString(
                MessageHelper.extractBodyForLogging(exchange.getMessage(), "", false, false, false, 0), "");
        // Masked before it is cut: a cut could part a secret from its name. Of a long text enough is masked, and its
        // end left.
        boolean isLong = text.length() > body + SPARE;
        String masked = secrets.mask(isLong ? text.substring(0, body + SPARE) : text);
        int shown = Math.min(body, isLong ? Math.max(0, masked.length() - SPARE / 2) : masked.length());
        return shown == masked.length() ? masked : masked.substring(0, shown) + "…";
    }
}
