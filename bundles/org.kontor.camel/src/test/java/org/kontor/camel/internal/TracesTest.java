/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.ConnectionTrace;
import org.kontor.api.sync.TracedCall;
import org.kontor.camel.KontorHeaders;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** A trace shows the calls of its connection while it is open, without secrets, and nothing is recorded behind it. */
@Shows("S16")
public class TracesTest {
    private static final Duration NOW = Duration.ofMillis(100);
    private final Traces traces = new Traces();
    private final Secrets secrets = Secrets.of(Map.of("password", "opensesame"));
    private DefaultCamelContext context;
    private ProducerTemplate template;

    @Before
    public void start() throws Exception {
        context = made();
        traces.made("erp", context);
        context.start();
        template = context.createProducerTemplate();
    }

    private static DefaultCamelContext made() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:call").routeId("caller").to("direct:remote?synchronous=true");
                from("direct:remote").routeId("remote").process(exchange -> {
                    if ("bad".equals(exchange.getMessage().getBody())) {
                        throw new IOException("no opensesame");
                    }
                    exchange.getMessage().setBody(List.of("a", "b"));
                });
            }
        });
        return context;
    }

    @After
    public void stop() {
        traces.close();
        context.stop();
    }

    private ConnectionTrace open(int body) {
        return traces.open("erp", secrets, Duration.ofMinutes(1), body);
    }

    private static List<TracedCall> all(ConnectionTrace trace) throws InterruptedException {
        List<TracedCall> all = new ArrayList<>();
        for (TracedCall call = trace.next(NOW); call != null; call = trace.next(NOW)) {
            all.add(call);
        }
        return all;
    }

    private static TracedCall to(List<TracedCall> calls, String endpoint) {
        return calls.stream()
                .filter(call -> !call.exchange() && endpoint.equals(call.endpoint()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(calls.toString()));
    }

    @Test
    public void aCallIsShownWithItsNameTimeAndSizes() throws Exception {
        try (ConnectionTrace trace = open(0)) {
            template.send("direct:call", exchange -> {
                exchange.setProperty(KontorHeaders.CALL, "model.party.search");
                exchange.getMessage().setBody("12345");
            });
            List<TracedCall> calls = all(trace);
            TracedCall call = to(calls, "direct://remote");
            assertEquals("model.party.search", call.call());
            assertEquals("caller", call.route());
            assertEquals("5 characters", call.sent());
            assertEquals("2 records", call.received());
            assertNull(call.failure());
            assertNull("payloads are shown only when asked for", call.request());
            assertTrue("told by its call", calls.stream().noneMatch(TracedCall::exchange));
        }
    }

    @Test
    public void payloadsAreShownMaskedAndCut() throws Exception {
        try (ConnectionTrace trace = open(20)) {
            template.sendBody("direct:call", "my opensesame, and much more behind it");
            TracedCall call = to(all(trace), "direct://remote");
            assertEquals("my xxxxx, and much m…", call.request());
            assertEquals("[a, b]", call.response());
            template.sendBody("direct:call", "x".repeat(50_000) + "opensesame");
            assertEquals("x".repeat(20) + "…", to(all(trace), "direct://remote").request());
        }
    }

    @Test
    public void whatIsSecretAsAWholeAndWhatIsAStreamIsNotShown() throws Exception {
        try (ConnectionTrace trace = open(100)) {
            template.send("direct:call", exchange -> {
                exchange.setProperty(KontorHeaders.SECRET, true);
                exchange.getMessage().setBody("session-4711");
            });
            assertFalse(all(trace).toString().contains("4711"));
            ByteArrayInputStream stream = new ByteArrayInputStream("left alone".getBytes(StandardCharsets.UTF_8));
            template.sendBody("direct:call", stream);
            all(trace);
            assertEquals(10, stream.available());
        }
    }

    @Test
    public void aFailureIsShownWithoutTheSecret() throws Exception {
        try (ConnectionTrace trace = open(0)) {
            template.send("direct:call", exchange -> exchange.getMessage().setBody("bad"));
            assertEquals(
                    "IOException: no xxxxx", to(all(trace), "direct://remote").failure());
        }
    }

    @Test
    public void nothingIsRecordedBehindTheEnd() throws Exception {
        ConnectionTrace trace = open(0);
        trace.close();
        assertFalse(trace.isOpen());
        assertEquals(List.of(), context.getManagementStrategy().getEventNotifiers());
        assertFalse(context.getCamelContextExtension().isEventNotificationApplicable());
        template.sendBody("direct:call", "x");
        assertEquals(List.of(), all(trace));
    }

    @Test
    public void aTraceEndsByItself() {
        ConnectionTrace trace = traces.open("erp", secrets, Duration.ofSeconds(1), 0);
        Await.until("its time is over", Duration.ofSeconds(60), () -> {
            trace.next(NOW);
            return !trace.isOpen();
        });
        assertEquals(List.of(), context.getManagementStrategy().getEventNotifiers());
    }

    @Test
    public void aTraceGoesOnWhenItsConnectionIsStartedAnew() throws Exception {
        try (ConnectionTrace trace = open(0)) {
            traces.gone("erp", context);
            context.stop();
            context = made();
            traces.made("erp", context);
            context.start();
            context.createProducerTemplate().sendBody("direct:call", "x");
            to(all(trace), "direct://remote");
        }
    }

    @Test
    public void callsThatNobodyReadsAreCountedAndLeftOut() throws Exception {
        try (ConnectionTrace trace = open(0)) {
            for (int i = 0; i < 1000; i++) {
                template.sendBody("direct:call", "x");
            }
            assertTrue(String.valueOf(trace.dropped()), trace.dropped() > 0);
            assertTrue(all(trace).size() <= 500);
        }
    }

    @Test
    public void whatIsAskedForHasLimits() {
        for (Duration most : List.of(Duration.ZERO, Duration.ofHours(2))) {
            KontorException refusal = assertThrows(KontorException.class, () -> traces.open("erp", secrets, most, 0));
            assertEquals("time", refusal.violations().get(0).field());
        }
        assertThrows(KontorException.class, () -> open(10_001));
        for (int i = 0; i < 8; i++) {
            open(0);
        }
        assertEquals(
                ErrorCode.TOO_MANY_REQUESTS,
                assertThrows(KontorException.class, () -> open(0)).code());
    }
}
