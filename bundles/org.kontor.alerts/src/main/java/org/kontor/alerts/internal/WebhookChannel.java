/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Posts JSON, signed with a shared secret; any status from 200 to 299 means that it was taken. Redirects are not followed. */
final class WebhookChannel implements Channel {
    static final String SIGNATURE = "Kontor-Signature";
    static final String DELIVERY = "Kontor-Delivery";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI url;
    private final byte[] secret;
    private final String installation;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebhookChannel(URI url, byte[] secret, String installation) {
        this.url = url;
        this.secret = secret.clone();
        this.installation = installation;
    }

    @Override
    public String name() {
        return "webhook";
    }

    /** Without path and query: they are secrets at some services. */
    @Override
    public String target() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    @Override
    public void send(Letter letter) {
        byte[] body = body(letter).toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Kontor")
                .header(DELIVERY, letter.id().toString())
                .header(SIGNATURE, "sha256=" + sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            answer.body().close(); // nobody reads it, however long it is
            if (answer.statusCode() < 200 || answer.statusCode() > 299) {
                throw new ChannelException(target() + " answered with status " + answer.statusCode() + ".");
            }
        } catch (IOException e) {
            throw new ChannelException(target() + " did not answer: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelException("Kontor is being stopped.");
        }
    }

    private ObjectNode body(Letter letter) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("id", letter.id().toString())
                .put("installation", installation)
                .put("event", letter.event().name().toLowerCase(Locale.ROOT))
                .put("kind", letter.kind())
                .put("subject", letter.subject())
                .put("message", letter.message())
                .put("since", letter.since().toString());
        return letter.ended() == null ? body : body.put("ended", letter.ended().toString());
    }

    private String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
