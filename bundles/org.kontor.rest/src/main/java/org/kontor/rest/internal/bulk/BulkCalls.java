/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.phase.PhaseInterceptorChain;

import org.kontor.api.bulk.Bulk;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.http.Door;
import org.kontor.rest.internal.problem.Problem;

/** Answers bulks, a few at once: each has a thread that reads and one that writes beside that of the request. Thread-safe. */
public final class BulkCalls implements AutoCloseable {
    public static final String NDJSON = "application/x-ndjson";
    /** What is left is for the number of a part of the body, and of a part of that. */
    static final int MAX_KEY = 150;

    private static final String KEY = "Idempotency-Key";
    private static final int AT_ONCE = 8;

    private final Bulk bulk;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads;

    public BulkCalls(Bulk bulk) {
        this.bulk = bulk;
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "kontor-bulk-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param type of the lines that name none
     * @param key by which the body can be sent again, or null
     */
    public Response answer(HttpServletRequest request, RecordType type, String key, InputStream body) {
        CallContext caller = Door.caller(request, Source.REST);
        caller.requireWriter();
        if (key != null) {
            RequestKey.of(KEY, key, "");
            if (key.length() > MAX_KEY) {
                throw KontorException.invalid(KEY, "too_long", "Must be at most " + MAX_KEY + " characters.", key);
            }
        }
        if (!free.tryAcquire()) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, "At most " + AT_ONCE + " bulks are taken at once. Try again later.");
        }
        leaveTheBodyToUs();
        BulkCall call = new BulkCall(bulk, caller, type, key, free::release);
        KontorException refusal = call.start(body, threads);
        if (refusal == null) {
            return Response.ok((StreamingOutput) call::give, NDJSON).build();
        }
        Problem problem = call.problem(refusal);
        byte[] json = BulkCall.line(problem);
        StreamingOutput answer = out -> call.refuse(json, out);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LENGTH, json.length)
                .entity(answer)
                .build();
    }

    /** Before it answers, CXF reads what is left of a body that it knows of: here the rest comes beside the answer. */
    private static void leaveTheBodyToUs() {
        PhaseInterceptorChain.getCurrentMessage().removeContent(DelegatingInputStream.class);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
