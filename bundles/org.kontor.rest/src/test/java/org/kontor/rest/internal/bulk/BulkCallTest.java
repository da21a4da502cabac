/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.After;
import org.junit.Test;

import org.kontor.api.bulk.Bulk;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"C11", "V1", "X3"})
public class BulkCallTest {
    private static final CallContext ME = CallContext.of(
            new Actor(UUID.randomUUID(), "me", UUID.randomUUID(), Set.of(Role.PLATFORM_OPERATOR)), Source.REST);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> calls = new ArrayList<>();
    /** Rows after which the database is gone. */
    private int goodRows = Integer.MAX_VALUE;

    private final Bulk bulk = this::write;

    private synchronized List<BulkResult> write(CallContext context, List<BulkRow> rows) {
        goodRows -= rows.size();
        if (goodRows < 0) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "The database does not answer.");
        }
        calls.add((context.request() == null ? "" : context.request().key() + " ") + rows.size());
        return rows.stream()
                .map(row ->
                        new BulkResult(row.type(), Outcome.CREATED, UUID.randomUUID(), "C", 1, null, null, List.of()))
                .toList();
    }

    @After
    public void stop() throws InterruptedException {
        threads.shutdown();
        assertTrue("all threads ended", threads.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals("the place is free again", 1, ended.get());
    }

    private static InputStream body(int rows) {
        return new ByteArrayInputStream("{\"name\":\"x\"}\n".repeat(rows).getBytes(StandardCharsets.UTF_8));
    }

    private BulkCall started(String key, InputStream in) {
        BulkCall call = new BulkCall(bulk, ME, RecordType.CUSTOMER, key, ended::incrementAndGet);
        assertNull(call.start(in, threads));
        return call;
    }

    private List<String> lines(String key, InputStream in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        started(key, in).give(out);
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    public void theSameLinesMakeTheSamePartsUnderAKey() throws IOException {
        assertEquals(1201, lines("key", body(1200)).size());
        assertEquals(List.of("key#0 500", "key#1 500", "key#2 200"), calls);
    }

    @Test
    public void aRowIsWrittenThoughNoOtherComes() throws IOException {
        PipedOutputStream client = new PipedOutputStream();
        PipedInputStream answer = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(answer);
        PipedInputStream in = new PipedInputStream(client);
        threads.execute(() -> {
            try {
                started(null, in).give(out);
                out.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        client.write("{\"name\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
        client.flush();
        assertEquals('{', answer.read());
        client.close();
        assertTrue(new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains("\"summary\""));
    }

    @Test
    public void whatBreaksInTheMiddleIsTheLastLine() throws IOException {
        goodRows = 700;
        List<String> lines = lines("key", body(1200));
        assertEquals(501, lines.size());
        assertTrue(
                lines.get(500), lines.get(500).startsWith("{\"problem\":{\"type\":\"urn:kontor:error:unavailable\""));
    }

    @Test
    public void whatFailsBeforeTheFirstResultIsNoAnswerOfLines() {
        goodRows = 0;
        BulkCall call = new BulkCall(bulk, ME, RecordType.CUSTOMER, null, ended::incrementAndGet);
        assertEquals(ErrorCode.UNAVAILABLE, call.start(body(3), threads).code());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        call.refuse(new byte[] {1, 2}, out);
        assertEquals(2, out.size());
    }

    @Test
    public void aBodyThatBreaksOffIsToldAndWhatCameOfItIsWritten() throws IOException {
        InputStream broken = new InputStream() {
            private final InputStream some = body(3);

            @Override
            public int read() throws IOException {
                int one = some.read();
                if (one < 0) {
                    throw new IOException("reset");
                }
                return one;
            }
        };
        List<String> lines = lines(null, broken);
        assertEquals(4, lines.size());
        assertTrue(lines.get(3), lines.get(3).contains("malformed_body"));
    }

    @Test
    public void aClientThatGoesAwayStopsTheBulk() throws IOException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("gone");
            }
        };
        started(null, body(100_000)).give(gone);
        assertTrue("some parts are written: " + calls.size(), calls.size() < 200);
    }
}
