/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import org.kontor.camel.KontorHeaders;

/** The way of a call: {@code direct:tryton-call} → HTTP → its result as the body. Connections are pooled by the endpoint. */
public final class CallRoute extends RouteBuilder {
    static final String CALL = "direct:tryton-call";
    /** Exchange property: the method, for messages and traces. */
    static final String METHOD = KontorHeaders.CALL;

    private final URI url;
    private final long timeout;

    public CallRoute(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout.toMillis();
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler()); // the caller decides
        from(CALL)
                .routeId("tryton-call")
                // The answer is read once, as a stream, up to a limit: a cache would take it in whole before.
                .streamCache(false)
                .to(endpoint())
                .process(CallRoute::readAnswer);
    }

    private String endpoint() {
        return url + "?httpMethod=POST&throwExceptionOnFailure=false&disableStreamCache=true"
                + "&connectTimeout=" + timeout
                + "&connectionRequestTimeout=" + timeout
                + "&responseTimeout=" + timeout
                + "&soTimeout=" + timeout;
    }

    private static void readAnswer(Exchange exchange) throws Exception {
        String method = exchange.getProperty(METHOD, String.class);
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            exchange.getMessage()
                    .setBody(Answer.result(method, status, body == null ? InputStream.nullInputStream() : body));
        }
    }
}
