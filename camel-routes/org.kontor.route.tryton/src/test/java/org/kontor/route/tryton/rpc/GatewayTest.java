/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.camel.Calls;
import org.kontor.camel.Quota;
import org.kontor.camel.Settings;
import org.kontor.route.tryton.support.TrytonDouble;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"S3", "S14"})
public class GatewayTest {
    private static final String LOGIN = "common.db.login";
    private static final String READ = "model.party.party.search_read";
    private static final List<?> BY_ID = List.of(List.of("id", "ASC"));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Calls calls = new Calls(
            "test", new Settings(Map.of("retry.times", "0", "breaker.failures", "100")), Quota.NONE, Clock.systemUTC());
    private TrytonDouble tryton;

    @Before
    public void start() throws Exception {
        tryton = new TrytonDouble();
        tryton.party(1, "Ögür", Instant.now());
        context.addRoutes(new CallRoute(tryton.url(), Duration.ofSeconds(1)));
        context.start();
    }

    @After
    public void stop() {
        context.stop();
        tryton.close();
    }

    private Gateway gateway(String password) {
        return new Gateway(
                context.createProducerTemplate(), tryton.url(), "reader", password, Duration.ofSeconds(1), calls);
    }

    private static String read(Gateway gateway) {
        return gateway.call(READ, List.of(), 0, 10, BY_ID, List.of("name"))
                .at("/0/name")
                .asText();
    }

    private String failure() {
        TrytonException failure = assertThrows(TrytonException.class, () -> read(gateway("secret-word")));
        assertFalse(failure.getMessage(), failure.getMessage().contains("secret-word"));
        return failure.getMessage();
    }

    @Test
    public void oneSessionServesManyCalls() {
        Gateway gateway = gateway("secret-word");
        assertEquals("Ögür", read(gateway));
        assertEquals("Ögür", read(gateway));
        assertEquals(1, tryton.calls(LOGIN));
    }

    @Test
    public void aLostSessionIsRenewedOnce() {
        Gateway gateway = gateway("secret-word");
        read(gateway);
        tryton.dropSessions();
        assertEquals("Ögür", read(gateway));
        assertEquals(2, tryton.calls(LOGIN));
    }

    @Test
    public void sessionsThatNeverWorkAreNotRenewedForEver() {
        tryton.instead((method, exchange) -> {
            if (method.equals(LOGIN)) {
                return false;
            }
            TrytonDouble.answer(exchange, 401, "");
            return true;
        });
        assertTrue(failure().contains("401"));
        assertEquals(1, tryton.calls(LOGIN));
    }

    @Test
    public void aWrongPasswordSaysWhoseButNotWhich() {
        TrytonException failure = assertThrows(TrytonException.class, () -> read(gateway("wrong-word")));
        assertTrue(failure.getMessage(), failure.getMessage().contains("'reader'"));
        assertFalse(failure.getMessage(), failure.getMessage().contains("wrong-word"));
    }

    @Test
    public void errorsInsideOfSuccessAreErrors() {
        answer(200, "{\"id\":1,\"error\":[\"UserError\",[\"The record\\n does not exist.\",\"\",null]]}");
        RefusedException refused = assertThrows(RefusedException.class, () -> read(gateway("secret-word")));
        assertEquals("UserError", refused.type());
        assertTrue(refused.getMessage(), refused.getMessage().endsWith(": UserError: The record does not exist."));

        answer(200, "{\"id\":1,\"error\":[\"'nmae'\",\"Traceback (most recent call last)\"]}");
        refused = assertThrows(RefusedException.class, () -> read(gateway("secret-word")));
        assertEquals("'nmae'", refused.type());
        assertFalse(refused.getMessage().contains("Traceback"));
    }

    @Test
    public void everyOtherAnswerIsAnErrorThatSaysWhat() {
        answer(404, "<html>");
        assertTrue(failure().contains("no such database"));
        answer(502, "<html>");
        assertTrue(failure().contains("502"));
        answer(200, "<html>");
        assertTrue(failure().contains("not a Tryton"));
        answer(200, "{}");
        assertTrue(failure().contains("not a Tryton"));
        answer(200, "[".repeat(100_000));
        assertTrue(failure().contains("not a Tryton"));
        answer(200, "");
        assertTrue(failure().contains("not a Tryton"));
    }

    @Test
    public void anAnswerThatDoesNotComeIsNotWaitedFor() {
        tryton.instead((method, exchange) -> {
            sleep(3000);
            return false;
        });
        long start = System.nanoTime();
        assertTrue(failure().contains("no answer in time"));
        assertTrue(System.nanoTime() - start < 2_500_000_000L);
    }

    @Test
    public void anAnswerWithoutEndIsCutOff() {
        tryton.instead((method, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            Arrays.fill(block, (byte) ' ');
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("{\"result\":".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 4096; i++) { // 256 MB
                    out.write(block);
                }
            }
            return true;
        });
        assertTrue(failure().contains("larger than 64 MB"));
    }

    @Test
    public void nobodyThere() {
        tryton.close();
        String message = failure();
        assertTrue(message, message.contains(tryton.url().toString()) && message.contains("refused"));
    }

    @Test
    public void anUnknownHost() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            URI url = URI.create("http://nobody.invalid/erp/");
            other.addRoutes(new CallRoute(url, Duration.ofSeconds(1)));
            other.start();
            Gateway gateway = new Gateway(
                    other.createProducerTemplate(), url, "reader", "secret-word", Duration.ofSeconds(1), calls);
            TrytonException failure = assertThrows(TrytonException.class, () -> read(gateway));
            assertTrue(failure.getMessage(), failure.getMessage().contains("the host is not known"));
        }
    }

    @Test
    public void noEndpointCarriesTheSecret() {
        read(gateway("secret-word"));
        assertFalse(context.getEndpoints().toString().contains("secret-word"));
    }

    private void answer(int status, String text) {
        tryton.instead((method, exchange) -> {
            TrytonDouble.answer(exchange, status, text);
            return true;
        });
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
