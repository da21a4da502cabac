/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.bulk.Bulk;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.RequestKey;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.rest.internal.json.Json;
import org.kontor.rest.internal.problem.Problem;

/**
 * One bulk on its way. A thread reads lines into the {@link Inbox}, a thread takes them from there in chunks, has them
 * written and puts the results into the {@link Spool}; the thread of the request gives those to the client as fast as it
 * takes them. So a client may read while it sends, or not before it has sent everything. Used once.
 */
final class BulkCall {
    private static final Logger LOG = LoggerFactory.getLogger(BulkCall.class);
    private static final JsonMapper MAPPER = Json.mapper();
    /** How much is read and forgotten behind a failure, so that a client that still sends sees the answer. */
    private static final long MAX_FORGOTTEN = 256L << 20;

    private final Bulk bulk;
    private final CallContext caller;
    private final RecordType type;
    private final String key;
    private final Runnable atEnd;
    private final Inbox inbox;
    private final Spool spool = new Spool();
    private final CountDownLatch running = new CountDownLatch(2);
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    /** Set before the spool ends, by the one thread that fills it. */
    private volatile KontorException failure;

    private boolean told;

    BulkCall(Bulk bulk, CallContext caller, RecordType type, String key, Runnable atEnd) {
        this.bulk = bulk;
        this.caller = caller;
        this.type = type;
        this.key = key;
        this.atEnd = atEnd;
        this.inbox = new Inbox(type.key(), key != null);
    }

    /**
     * Begins, and waits for the first results.
     *
     * @return why there will be none, or null
     */
    KontorException start(InputStream body, Executor threads) {
        threads.execute(() -> read(body));
        threads.execute(this::work);
        try {
            spool.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = stopping();
        }
        return spool.isEmpty() ? failure : null;
    }

    /** Gives the results to the client, to their end; nothing is under way any more when it returns. */
    void give(OutputStream out) {
        try {
            for (byte[] some = spool.take(); some != null; some = spool.take()) {
                out.write(some);
                if (spool.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.debug("The client of a bulk went away, correlation {}", caller.correlation(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    /** Gives a refusal instead of results, and ends like {@link #give}. */
    void refuse(byte[] refusal, OutputStream out) {
        try {
            out.write(refusal);
            out.flush();
        } catch (IOException e) {
            LOG.debug("The client of a bulk went away, correlation {}", caller.correlation(), e);
        } finally {
            finish();
        }
    }

    private void read(InputStream body) {
        KontorException why = null;
        try {
            LineReader lines = new LineReader(body);
            boolean wanted = true;
            long forgotten = 0;
            for (LineReader.Line line = lines.next(); line != null && forgotten < MAX_FORGOTTEN; line = lines.next()) {
                if (!wanted) {
                    forgotten += line.bytes() == null ? LineReader.MAX_BYTES : line.bytes().length + 1;
                } else if (!line.isBlank()) {
                    wanted = inbox.put(new Inbox.Row(line.number(), BulkLine.read(line.bytes(), type)), line.bytes());
                }
            }
        } catch (InterruptedException e) {
            why = stopping();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A bulk cannot be read to its end, correlation {}", caller.correlation(), e);
            why = new KontorException(ErrorCode.MALFORMED_BODY, "The body cannot be read to its end.");
        } finally {
            inbox.end(why);
            running.countDown();
        }
    }

    private void work() {
        try {
            write();
        } catch (KontorException refusal) {
            fail(refusal);
        } catch (InterruptedException e) {
            fail(stopping());
        } catch (IOException | RuntimeException e) {
            LOG.error("A bulk broke off, correlation {}", caller.correlation(), e);
            fail(new KontorException(
                    ErrorCode.INTERNAL, "Something went wrong here; the correlation id helps to find it."));
        } finally {
            inbox.cancel();
            spool.end();
            running.countDown();
        }
    }

    private void write() throws IOException, InterruptedException {
        int number = 0;
        for (Inbox.Chunk chunk = inbox.take(); chunk != null; chunk = inbox.take()) {
            List<BulkResult> results = bulk.write(
                    call(number++, chunk),
                    chunk.rows().stream().map(Inbox.Row::row).toList());
            ByteArrayOutputStream lines = new ByteArrayOutputStream(256 * results.size());
            for (int i = 0; i < results.size(); i++) {
                BulkResult result = results.get(i);
                counts.merge(result.outcome(), 1L, Long::sum);
                lines.write(line(BulkJson.Result.of(chunk.rows().get(i).number(), result)));
            }
            told = true;
            if (!spool.put(lines.toByteArray())) {
                return;
            }
        }
        spool.put(line(BulkJson.End.of(counts)));
    }

    private CallContext call(int number, Inbox.Chunk chunk) {
        return key == null
                ? caller
                : caller.withRequest(RequestKey.of("Idempotency-Key", key + "#" + number, chunk.digest()));
    }

    private void fail(KontorException why) {
        failure = why;
        if (told) {
            try {
                spool.put(line(new BulkJson.Broken(problem(why))));
            } catch (IOException e) {
                LOG.error("The results of a bulk cannot be kept, correlation {}", caller.correlation(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The server takes the connection back when this thread returns: nobody may read from it then. */
    private void finish() {
        spool.close();
        inbox.cancel();
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atEnd.run();
        }
    }

    Problem problem(KontorException why) {
        return Problem.of(why.code(), why.getMessage(), caller.correlation(), why.violations());
    }

    private static KontorException stopping() {
        return new KontorException(ErrorCode.UNAVAILABLE, "Kontor is stopping. Send the rest again later.");
    }

    /** JSON and a line end. */
    static byte[] line(Object value) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            line.write(MAPPER.writeValueAsBytes(value));
            line.write('\n');
            return line.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
