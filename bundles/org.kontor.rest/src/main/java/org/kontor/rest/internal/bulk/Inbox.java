/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.kontor.api.bulk.BulkRow;
import org.kontor.api.error.KontorException;

/**
 * Gathers rows, as they are read, into chunks that are written as one transaction each. Holds one chunk at most: whoever
 * reads faster waits. Thread-safe, for one reader and one taker.
 */
final class Inbox {
    private static final int MAX_ROWS = 500;
    private static final int MAX_BYTES = 1 << 20;
    /** How long a row waits for others, when the client is slow. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final byte[] context;
    private final boolean exact;
    private final MessageDigest digest = sha256();
    private List<Row> rows = new ArrayList<>();
    private int bytes;
    private long firstAt;
    private boolean ended;
    private boolean cancelled;
    private KontorException failure;

    /**
     * @param context what the lines mean by themselves; goes into the digest
     * @param exact whether the same lines must make the same chunks, however slowly they come
     */
    Inbox(String context, boolean exact) {
        this.context = (context + "\n").getBytes(StandardCharsets.UTF_8);
        this.exact = exact;
    }

    /** @param number of its line */
    record Row(long number, BulkRow row) {}

    /** @param digest SHA-256 of all lines of the chunk and of what they mean, in hex */
    record Chunk(List<Row> rows, String digest) {}

    /**
     * Waits until there is room.
     *
     * @return whether more rows are wanted
     */
    synchronized boolean put(Row row, byte[] line) throws InterruptedException {
        while (isFull() && !cancelled) {
            wait();
        }
        if (cancelled) {
            return false;
        }
        if (rows.isEmpty()) {
            firstAt = System.nanoTime();
            digest.update(context);
        }
        rows.add(row);
        bytes += line == null ? LineReader.MAX_BYTES : line.length;
        digest.update(line == null ? new byte[] {0} : line);
        digest.update((byte) '\n');
        notifyAll();
        return true;
    }

    /** @param why the body could not be read to its end, or null when it was */
    synchronized void end(KontorException why) {
        ended = true;
        failure = why;
        notifyAll();
    }

    /** Nothing is taken any more. */
    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    /**
     * The next rows, or null behind the last.
     *
     * @throws KontorException when the body cannot be read to its end
     */
    synchronized Chunk take() throws InterruptedException {
        while (!isFull() && !ended && !cancelled) {
            if (exact || rows.isEmpty()) {
                wait();
            } else {
                long left = firstAt + LINGER_NANOS - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            }
        }
        // With a key, a chunk that a failure cut off would not be the chunk that comes when the body is sent again.
        boolean cutOff = exact && failure != null && !isFull();
        if (cancelled || rows.isEmpty() || cutOff) {
            if (failure != null) {
                throw failure;
            }
            return null;
        }
        Chunk chunk = new Chunk(rows, HexFormat.of().formatHex(digest.digest()));
        rows = new ArrayList<>();
        bytes = 0;
        notifyAll();
        return chunk;
    }

    private boolean isFull() {
        return rows.size() >= MAX_ROWS || bytes >= MAX_BYTES;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
