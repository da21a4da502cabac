/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.StatefulService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Test;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.component.Claims;
import org.kontor.camel.component.KontorComponent;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** {@code kontor:changes} on a bare CamelContext, on a feed in memory. */
@Shows("S2")
public class KontorChangesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ListedFeed feed = new ListedFeed();
    private final Claims claims = new Claims();
    private final Said said = new Said();
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private DefaultCamelContext context = fresh();

    /** A monitor that remembers. */
    private static final class Said implements Monitor {
        volatile String waiting;

        @Override
        public void running() {}

        @Override
        public void idle() {
            waiting = null;
        }

        @Override
        public void runFailed() {}

        @Override
        public void waiting(String message) {
            waiting = message;
        }

        @Override
        public void failed(String message) {}

        @Override
        public void note(String message) {}
    }

    private DefaultCamelContext fresh() {
        DefaultCamelContext made = new DefaultCamelContext();
        Synchronisation none = (Synchronisation) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Synchronisation.class}, (self, method, arguments) -> null);
        made.addComponent("kontor", new KontorComponent("orders", none, feed, claims, null, said));
        return made;
    }

    @After
    public void stop() {
        context.stop();
    }

    private void route(String uri, Processor step) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).process(step);
            }
        });
        context.start();
    }

    private void take(Exchange exchange) {
        taken.add(exchange.getMessage().copy());
    }

    private static Map<?, ?> map(Object body) {
        return (Map<?, ?>) body;
    }

    private void awaitTaken(int count) {
        Await.until(count + " exchanges", DEADLINE, () -> taken.size() >= count);
    }

    private void awaitPosition(String consumer, long position) {
        Await.until(consumer + " at " + position, DEADLINE, () -> Long.valueOf(position)
                .equals(feed.positions.get(consumer)));
    }

    @Test
    public void eachChangeIsAnExchangeWithTheRecordInItsBody() throws Exception {
        UUID acme = feed.add(RecordType.CUSTOMER, "Acme", "REST");
        feed.add(RecordType.CUSTOMER, null, "SHELL");
        route("kontor:changes?delay=100ms", this::take);
        awaitPosition("orders", 2);
        Message first = taken.get(0);
        assertEquals(acme.toString(), first.getHeader("KontorRecordId"));
        assertEquals(1L, first.getHeader("KontorPosition"));
        assertEquals("customer", first.getHeader("KontorType"));
        assertEquals("CREATE", first.getHeader("KontorAction"));
        assertEquals(1L, first.getHeader("KontorVersion"));
        assertEquals("REST", first.getHeader("KontorThrough"));
        assertEquals("2026-01-02T03:04:05Z", first.getHeader("KontorAt"));
        assertEquals("Acme", map(first.getBody()).get("name"));
        assertEquals(acme.toString(), map(first.getBody()).get("id"));
        assertEquals(Map.of("city", "Bern"), map(first.getBody()).get("address"));
        assertNull("deleted by now", taken.get(1).getBody());
        feed.add(RecordType.CUSTOMER, "Later", "REST");
        awaitTaken(3);
        assertEquals("Later", map(taken.get(2).getBody()).get("name"));
    }

    @Test
    public void aBatchIsAListOfChanges() throws Exception {
        for (int i = 0; i < 5; i++) {
            feed.add(RecordType.CUSTOMER, "C" + i, "REST");
        }
        route("kontor:changes?consumer=b&batch=2&delay=100ms", this::take);
        awaitPosition("b", 5);
        assertEquals(
                List.of(2, 2, 1),
                taken.stream().map(m -> m.getBody(List.class).size()).toList());
        Map<?, ?> second = map(taken.get(0).getBody(List.class).get(1));
        assertEquals(2L, second.get("position"));
        assertEquals("C1", map(second.get("record")).get("name"));
        assertEquals(2L, taken.get(0).getHeader("KontorPosition"));
    }

    @Test
    public void whatThisRouteWroteItselfAndWhatIsNotAskedForIsPassedOver() throws Exception {
        feed.add(RecordType.CUSTOMER, "Own", "CONNECTION:orders");
        feed.add(RecordType.LOCATION, "Site", "REST");
        feed.add(RecordType.CUSTOMER, "Erp", "CONNECTION:erp");
        route("kontor:changes?types=customer&record=false&delay=100ms", this::take);
        awaitPosition("orders", 3);
        assertEquals(1, taken.size());
        assertEquals("CONNECTION:erp", taken.get(0).getHeader("KontorThrough"));
        assertNull(taken.get(0).getBody());
        context.stop();
        taken.clear();
        context = fresh();
        route("kontor:changes?consumer=all&skipSource=none&delay=100ms", this::take);
        awaitPosition("all", 3);
        assertEquals(3, taken.size());
    }

    @Test
    public void aNewConsumerMayBeginNow() throws Exception {
        feed.add(RecordType.CUSTOMER, "Old", "REST");
        route("kontor:changes?from=now&delay=100ms", this::take);
        awaitPosition("orders", 1);
        feed.add(RecordType.CUSTOMER, "New", "REST");
        awaitTaken(1);
        assertEquals("New", map(taken.get(0).getBody()).get("name"));
    }

    @Test
    public void aFailureHoldsThePositionAndIsTriedAgain() throws Exception {
        feed.add(RecordType.CUSTOMER, "First", "REST");
        feed.add(RecordType.CUSTOMER, "Second", "REST");
        feed.add(RecordType.CUSTOMER, "Third", "REST");
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        route("kontor:changes?delay=100ms", exchange -> {
            if (map(exchange.getMessage().getBody()).get("name").equals("Second") && mended.getCount() > 0) {
                attempts.incrementAndGet();
                throw new IllegalStateException("not now");
            }
            take(exchange);
        });
        Await.until("tried again", DEADLINE, () -> attempts.get() >= 2);
        assertEquals(1, taken.size());
        assertEquals(Long.valueOf(1), feed.positions.get("orders"));
        assertTrue(said.waiting, said.waiting.contains("position 2"));
        assertFalse("it may be a secret", said.waiting.contains("not now"));
        mended.countDown();
        awaitPosition("orders", 3);
        assertEquals(
                List.of("First", "Second", "Third"),
                taken.stream().map(m -> map(m.getBody()).get("name")).toList());
        Await.until("well again", DEADLINE, () -> said.waiting == null);
    }

    @Test
    public void aStopInTheMiddleLosesNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            feed.add(RecordType.CUSTOMER, "C" + i, "REST");
        }
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        route("kontor:changes?delay=100ms", exchange -> {
            if (taken.size() == 7) {
                under.countDown();
                assertTrue(goOn.await(30, TimeUnit.SECONDS));
            }
            take(exchange);
        });
        assertTrue(under.await(30, TimeUnit.SECONDS));
        StatefulService consumer = (StatefulService) context.getRoutes().get(0).getConsumer();
        Thread stopping = new Thread(context::stop);
        stopping.start();
        Await.until("it is being stopped", DEADLINE, () -> !consumer.isStarted());
        goOn.countDown();
        stopping.join();
        assertEquals("the one that was under way ends", 8, taken.size());
        assertEquals(Long.valueOf(8), feed.positions.get("orders"));
        context = fresh();
        route("kontor:changes?delay=100ms", this::take);
        awaitPosition("orders", 50);
        assertEquals(50, taken.size());
        assertEquals(
                50,
                taken.stream()
                        .map(m -> m.getHeader("KontorPosition"))
                        .distinct()
                        .count());
    }

    @Test
    public void atATimeOfTheDayItReadsEverythingAndThenWaits() throws Exception {
        feed.add(RecordType.CUSTOMER, "Before", "REST");
        LocalTime later = LocalTime.now().plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        route("kontor:changes?consumer=later&at=" + later, this::take);
        LocalTime soon = LocalTime.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        DefaultCamelContext other = fresh();
        try {
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("kontor:changes?consumer=soon&at=" + soon).process(KontorChangesTest.this::take);
                }
            });
            other.start();
            awaitPosition("soon", 1);
        } finally {
            other.stop();
        }
        assertEquals("only the one whose time came", 1, taken.size());
        assertFalse(feed.positions.containsKey("later"));
    }

    @Test
    public void twoOfOneNameWouldTakeEachOthersChanges() throws Exception {
        route("kontor:changes?consumer=same", this::take);
        DefaultCamelContext other = fresh();
        try {
            Exception refused = assertThrows(Exception.class, () -> {
                other.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("kontor:changes?consumer=same").process(KontorChangesTest.this::take);
                    }
                });
                other.start();
            });
            assertTrue(root(refused), root(refused).contains("'same' is in use by a route of 'orders'"));
        } finally {
            other.stop();
        }
    }

    @Test
    public void aWrongOptionIsNamed() {
        for (String option : List.of(
                "types=robot",
                "batch=0",
                "batch=1001",
                "delay=soon",
                "at=25:00",
                "at=02:00&delay=1s",
                "from=then",
                "record=maybe",
                "consumer=a/b")) {
            Exception refusal = assertThrows(
                    FailedToCreateRouteException.class, () -> route("kontor:changes?" + option, this::take));
            String name = option.substring(0, option.indexOf('='));
            assertTrue(root(refusal), root(refusal).contains("'" + name + "'"));
            context.stop();
            context = fresh();
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
