/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.StatefulService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.hook.HookCall;
import org.kontor.api.sync.Synchronisation;
import org.kontor.camel.component.HookListeners;
import org.kontor.camel.component.KontorComponent;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** {@code kontor:hook} on a bare CamelContext. */
@Shows("S2")
public class KontorHookTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final AtomicBoolean complete = new AtomicBoolean(true);
    private final HookListeners hooks = new HookListeners(complete::get);
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @After
    public void stop() {
        context.stop();
    }

    private void route(String uri, Processor step) throws Exception {
        Synchronisation none = (Synchronisation) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Synchronisation.class}, (self, method, arguments) -> null);
        context.addComponent("kontor", new KontorComponent("shop", none, null, null, hooks, null));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).process(step);
            }
        });
        context.start();
    }

    private static CallContext caller(Role role) {
        return CallContext.of(new Actor(UUID.randomUUID(), "sender", Account.OPERATOR, Set.of(role)), Source.REST);
    }

    private static HookCall call(String hook) {
        return new HookCall(hook, "application/json", "{\"a\":1}", Map.of("X-Shop", "7"));
    }

    private void assertRefused(ErrorCode code, String hook, Role role) {
        assertEquals(
                code,
                assertThrows(KontorException.class, () -> hooks.call(caller(role), call(hook)))
                        .code());
    }

    @Test
    public void theRouteGetsTheCallAndItsHeaders() throws Exception {
        route("kontor:hook/order", exchange -> taken.add(exchange.getMessage().copy()));
        CallContext caller = caller(Role.INTEGRATION);
        hooks.call(caller, call("order"));
        hooks.call(caller(Role.PLATFORM_OPERATOR), call("order"));
        Message message = taken.get(0);
        assertEquals("{\"a\":1}", message.getBody());
        assertEquals("order", message.getHeader("KontorHook"));
        assertEquals("sender", message.getHeader("KontorCaller"));
        assertEquals(caller.correlation(), message.getHeader("KontorCorrelation"));
        assertEquals("application/json", message.getHeader("Content-Type"));
        assertEquals("7", message.getHeader("x-shop"));
        assertEquals(2, taken.size());
    }

    @Test
    public void whoMayNotAndWhatIsNotThereIsRefused() throws Exception {
        route("kontor:hook/order", exchange -> taken.add(exchange.getMessage()));
        assertRefused(ErrorCode.ACCESS_DENIED, "order", Role.PARTNER_ADMIN);
        assertRefused(ErrorCode.NOT_FOUND, "orders", Role.INTEGRATION);
        complete.set(false);
        assertRefused(ErrorCode.UNAVAILABLE, "orders", Role.INTEGRATION);
        assertEquals(0, taken.size());
    }

    @Test
    public void aRouteThatFailsTellsTheCallerNothingOfIt() throws Exception {
        route("kontor:hook/order", exchange -> {
            throw new IllegalStateException("the password is 1234");
        });
        KontorException refusal =
                assertThrows(KontorException.class, () -> hooks.call(caller(Role.INTEGRATION), call("order")));
        assertEquals(ErrorCode.ROUTE_FAILED, refusal.code());
        assertFalse(refusal.getMessage(), refusal.getMessage().contains("1234"));
    }

    @Test
    public void callsWaitForTheirTurnAndNoLongerThanTheTimeout() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch under = new CountDownLatch(1);
        route("kontor:hook/order?timeout=1s", exchange -> {
            under.countDown();
            assertTrue(goOn.await(30, TimeUnit.SECONDS));
            taken.add(exchange.getMessage());
        });
        assertRefused(ErrorCode.ROUTE_FAILED, "order", Role.INTEGRATION);
        assertTrue(under.await(30, TimeUnit.SECONDS));
        List<Thread> waiting = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            Thread thread = new Thread(() ->
                    assertThrows(KontorException.class, () -> hooks.call(caller(Role.INTEGRATION), call("order"))));
            waiting.add(thread);
            thread.start();
        }
        Await.until("its hands are full", DEADLINE, () -> {
            try {
                hooks.call(caller(Role.INTEGRATION), call("order"));
                return false;
            } catch (KontorException e) {
                return e.code() == ErrorCode.TOO_MANY_REQUESTS;
            }
        });
        for (Thread thread : waiting) {
            thread.join();
        }
        goOn.countDown();
        Await.until("what was begun ends", DEADLINE, () -> !taken.isEmpty());
    }

    @Test
    public void whileTheRouteStopsAndJustAfterCallersAreAskedToComeAgain() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch under = new CountDownLatch(1);
        route("kontor:hook/order", exchange -> {
            under.countDown();
            assertTrue(goOn.await(30, TimeUnit.SECONDS));
            taken.add(exchange.getMessage());
        });
        Thread first = new Thread(() -> hooks.call(caller(Role.INTEGRATION), call("order")));
        first.start();
        assertTrue(under.await(30, TimeUnit.SECONDS));
        StatefulService consumer = (StatefulService) context.getRoutes().get(0).getConsumer();
        Thread stopping = new Thread(context::stop);
        stopping.start();
        Await.until("it is being stopped", DEADLINE, () -> !consumer.isStarted());
        assertRefused(ErrorCode.UNAVAILABLE, "order", Role.INTEGRATION);
        goOn.countDown();
        stopping.join();
        first.join();
        assertEquals("the one that was under way ended well", 1, taken.size());
        assertRefused(ErrorCode.UNAVAILABLE, "order", Role.INTEGRATION);
    }

    @Test
    public void wrongNamesAndASecondListenerAreRefused() throws Exception {
        route("kontor:hook/order", exchange -> taken.add(exchange.getMessage()));
        for (String uri : List.of(
                "kontor:hook/order",
                "kontor:hook/Order",
                "kontor:hook/",
                "kontor:hook/a?timeout=forever",
                "kontor:hook/a?concurrency=33")) {
            assertThrows(
                    uri,
                    Exception.class,
                    () -> context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from(uri).routeId("other").process(exchange -> taken.add(exchange.getMessage()));
                        }
                    }));
            context.removeRoute("other");
        }
    }
}
