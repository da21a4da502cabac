/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What is posted, and how whoever gets it knows that it is ours. */
@Shows("S16")
public class WebhookChannelTest {
    private static final String SECRET = "0123456789abcdef-shared";
    private static final Letter ENDED = new Letter(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            Letter.Event.ENDED,
            "quarantine",
            "erp",
            "Zu viel «wartet».",
            Instant.parse("2026-11-22T10:00:00Z"),
            Instant.parse("2026-11-22T11:00:00Z"));

    private record Posted(String signature, String delivery, byte[] body) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;

    @Before
    public void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            posted.add(new Posted(
                    exchange.getRequestHeaders().getFirst("Kontor-Signature"),
                    exchange.getRequestHeaders().getFirst("Kontor-Delivery"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @After
    public void stop() {
        server.stop(0);
    }

    private Channel channel() {
        return Channels.of(SettingsOf.values(Map.of(
                        "webhook_url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=hidden",
                        "_webhook_secret",
                        SECRET)))
                .get(0);
    }

    @Test
    public void whatIsPostedIsSignedWithTheSecret() throws Exception {
        channel().send(ENDED);
        Posted one = posted.get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals("sha256=" + HexFormat.of().formatHex(mac.doFinal(one.body())), one.signature());
        assertEquals(ENDED.id().toString(), one.delivery());
        JsonNode body = new ObjectMapper().readTree(one.body());
        assertEquals("ended", body.path("event").asText());
        assertEquals("quarantine", body.path("kind").asText());
        assertEquals("erp", body.path("subject").asText());
        assertEquals("Zu viel «wartet».", body.path("message").asText());
        assertEquals("2026-11-22T11:00:00Z", body.path("ended").asText());
    }

    @Test
    public void anyOtherAnswerMeansNotTakenAndNoRedirectIsFollowed() {
        for (int other : new int[] {302, 400, 500}) {
            status = other;
            posted.clear();
            ChannelException failure =
                    assertThrows(ChannelException.class, () -> channel().send(ENDED));
            assertTrue(failure.getMessage(), failure.getMessage().contains("status " + other));
            assertFalse(failure.getMessage(), failure.getMessage().contains("hidden"));
            assertEquals(1, posted.size());
        }
    }

    @Test
    public void wrongSettingsAreNamed() {
        assertEquals("webhook.url", named(Map.of("webhook_url", "ftp://example.com")));
        assertEquals("webhook.url", named(Map.of("webhook_url", "http://me:secret@example.com")));
        assertEquals(".webhook.secret", named(Map.of("webhook_url", "http://example.com", "_webhook_secret", "short")));
    }

    private static String named(Map<String, Object> values) {
        return assertThrows(IllegalArgumentException.class, () -> Channels.of(SettingsOf.values(values)))
                .getMessage()
                .split(" ")[0];
    }
}
