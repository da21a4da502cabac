/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.camel.Calls;
import org.kontor.camel.KontorHeaders;

/**
 * Calls the methods of one Tryton database. It signs in when it must, keeps the session (a sign-in costs Tryton 0.3 s), and
 * signs in anew, once, when the session is gone. Not thread-safe.
 */
public final class Gateway {
    /** Without it archived rows, and archived children of rows, are hidden. */
    private static final Map<String, Object> CONTEXT = Map.of("active_test", false);

    private final ProducerTemplate template;
    private final URI url;
    private final String user;
    private final String password;
    private final Duration timeout;
    private final Calls calls;
    private String session;

    /**
     * @param timeout how long the template's route waits for an answer
     * @param calls the way out, which holds the calls of the connection in bounds
     */
    public Gateway(ProducerTemplate template, URI url, String user, String password, Duration timeout, Calls calls) {
        this.timeout = timeout;
        this.calls = calls;
        this.template = template;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** How long an answer is waited for. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Calls a method of a model.
     *
     * @param method for example {@code model.party.party.search_read}
     * @param params without the context, which is added
     * @throws TrytonException when there is no result
     * @throws org.kontor.camel.NoCallException when no call goes out now
     */
    public JsonNode call(String method, Object... params) {
        return callIn(CONTEXT, method, params);
    }

    /**
     * Calls a method that changes rows; none of them is changed when one was since its time stamp was read.
     *
     * @param timestamps by model and id, for example {@code party.party,7}
     * @throws RefusedException of the type {@code ConcurrencyException} when one was
     */
    public JsonNode write(Map<String, String> timestamps, String method, Object... params) {
        Map<String, Object> context = new HashMap<>(CONTEXT);
        context.put("_timestamp", timestamps);
        return callIn(context, method, params);
    }

    private JsonNode callIn(Map<String, Object> context, String method, Object... params) {
        List<Object> all = new ArrayList<>(Arrays.asList(params));
        all.add(context);
        Call call = new Call(method, all);
        boolean fresh = session == null;
        if (fresh) {
            signIn();
        }
        try {
            return send(call, session);
        } catch (SessionLostException e) {
            session = null;
            if (fresh) {
                throw e;
            }
        }
        signIn();
        return send(call, session);
    }

    private void signIn() {
        Call login = new Call("common.db.login", List.of(user, Map.of("password", password)));
        JsonNode answer;
        try {
            answer = send(login, null);
        } catch (SessionLostException e) {
            throw new TrytonException(
                    "Tryton at " + url + " refused to sign in '" + user + "' (status 401): check user and password.");
        }
        String token =
                user + ":" + answer.path(0).asText() + ":" + answer.path(1).asText();
        session = "Session " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode send(Call call, String authorization) {
        Supplier<JsonNode> work = () -> exchange(call, authorization);
        return call.isReading()
                ? calls.call(work, AwayException.class::isInstance)
                : calls.once(work, AwayException.class::isInstance);
    }

    private JsonNode exchange(Call call, String authorization) {
        Exchange exchange = template.send(CallRoute.CALL, ExchangePattern.InOut, request -> {
            request.setProperty(CallRoute.METHOD, call.method());
            request.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
            // what signs in carries the password there, and the session back
            request.setProperty(KontorHeaders.SECRET, authorization == null);
            if (authorization != null) {
                request.getMessage().setHeader("Authorization", authorization);
            }
            request.getMessage().setBody(call.body());
        });
        Exception failure = exchange.getException();
        if (failure == null) {
            return exchange.getMessage().getBody(JsonNode.class);
        }
        if (failure instanceof TrytonException known) {
            throw known;
        }
        if (failure instanceof IOException io) {
            throw new AwayException("Tryton at " + url + " does not answer " + call.method() + ": " + reason(io), io);
        }
        throw new IllegalStateException("the call of " + call.method() + " failed", failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return "no answer in time.";
        }
        if (failure instanceof UnknownHostException) {
            return "the host is not known.";
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() + "." : message + ".";
    }
}
