/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.hook.HookCall;
import org.kontor.camel.KontorHeaders;

/**
 * Gives calls of one hook to its route, on threads of its own: a caller that waits no longer does not break off what the
 * route does.
 */
final class HookConsumer extends DefaultConsumer implements Suspendable, HookListeners.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(HookConsumer.class);
    /** Calls that wait for their turn, for each that is worked on. */
    private static final int WAITING = 10;

    private static final int SECONDS_IDLE = 30;
    private static final String LOG_KEY = "correlation";

    private final HookEndpoint endpoint;
    private final KontorComponent component;
    private volatile ThreadPoolExecutor workers;

    HookConsumer(HookEndpoint endpoint, Processor processor, KontorComponent component) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.component = component;
    }

    @Override
    public String connection() {
        return component.connection();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        workers = new ThreadPoolExecutor(
                endpoint.concurrency(),
                endpoint.concurrency(),
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(endpoint.concurrency() * WAITING),
                task -> endpoint.getCamelContext()
                        .getExecutorServiceManager()
                        .newThread("hook-" + endpoint.hook(), task));
        workers.allowCoreThreadTimeOut(true);
        component.hooks().add(endpoint.hook(), this);
    }

    @Override
    protected void doStop() throws Exception {
        component.hooks().remove(endpoint.hook(), this);
        if (workers != null) {
            // not shutdownNow: an interrupt in the middle of its file would close an H2 database
            workers.shutdown();
        }
        super.doStop();
    }

    @Override
    public void call(CallContext context, HookCall call) {
        if (!isRunAllowed() || isSuspendingOrSuspended()) {
            throw HookListeners.unavailable();
        }
        Future<?> work = submit(context, call);
        try {
            work.get(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KontorException refusal ? refusal : failed(context, e.getCause());
        } catch (TimeoutException e) {
            if (work.cancel(false)) {
                LOG.warn(
                        "Hook '{}' took longer than {}, correlation {}",
                        endpoint.hook(),
                        endpoint.timeout(),
                        context.correlation());
            }
            throw new KontorException(
                    ErrorCode.ROUTE_FAILED,
                    "The route did not end within " + endpoint.timeout().toSeconds()
                            + " s; it may yet end well, or not have begun.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw HookListeners.unavailable();
        }
    }

    private Future<?> submit(CallContext context, HookCall call) {
        try {
            return workers.submit(() -> {
                process(context, call);
                return null;
            });
        } catch (RejectedExecutionException e) {
            if (workers.isShutdown()) {
                throw HookListeners.unavailable();
            }
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, "The route behind this hook has its hands full; try again later.");
        }
    }

    private void process(CallContext context, HookCall call) throws Exception {
        if (!isRunAllowed() || isSuspendingOrSuspended()) {
            throw HookListeners.unavailable(); // it waited for its turn meanwhile
        }
        MDC.put(LOG_KEY, context.correlation());
        Exchange exchange = createExchange(false);
        try {
            fill(exchange.getMessage(), context, call);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw failed(context, exchange.getException());
            }
            if (exchange.isRollbackOnly()) {
                throw failed(context, null);
            }
        } finally {
            releaseExchange(exchange, false);
            MDC.remove(LOG_KEY);
        }
    }

    private static void fill(Message message, CallContext context, HookCall call) {
        call.headers().forEach(message::setHeader);
        message.setHeader(KontorHeaders.HOOK, call.hook());
        message.setHeader(KontorHeaders.CALLER, context.actor().name());
        message.setHeader(KontorHeaders.CORRELATION, context.correlation());
        if (call.contentType() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, call.contentType());
        }
        message.setBody(call.body());
    }

    /** The route's own log says more; the caller learns no more than that. */
    private KontorException failed(CallContext context, Throwable cause) {
        LOG.warn(
                "The route behind hook '{}' failed{}, correlation {}",
                endpoint.hook(),
                cause == null ? "" : " with " + cause.getClass().getSimpleName(),
                context.correlation());
        return new KontorException(
                ErrorCode.ROUTE_FAILED, "The route behind this hook failed; the correlation id helps to find why.");
    }
}
