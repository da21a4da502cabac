/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps results until the client takes them. Many clients read nothing before they have sent everything: what they do not
 * take yet goes to a temporary file, so that reading and writing never wait for each other. Thread-safe, for one writer
 * and one taker.
 */
final class Spool implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int IN_MEMORY = 256 * 1024;
    /** Results of some two million rows; then the writer waits for the client to read. */
    private static final long IN_FILE = 256L << 20;

    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    /** What is in the file is younger than what is in memory. */
    private FileChannel file;

    private long readAt;
    private long writtenTo;
    private boolean ended;
    private boolean closed;

    /**
     * Appends results, and waits while there is no room.
     *
     * @return whether more is wanted
     */
    synchronized boolean put(byte[] results) throws IOException, InterruptedException {
        while (!closed && writtenTo - readAt > IN_FILE) {
            wait();
        }
        if (closed) {
            return false;
        }
        if (readAt == writtenTo && inMemory + results.length <= IN_MEMORY) {
            memory.add(results);
            inMemory += results.length;
        } else {
            write(ByteBuffer.wrap(results));
        }
        notifyAll();
        return true;
    }

    private void write(ByteBuffer results) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("kontor-bulk-", ".ndjson");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        while (results.hasRemaining()) {
            writtenTo += file.write(results, writtenTo);
        }
    }

    /** No more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until there are results, or no more come. */
    synchronized void await() throws InterruptedException {
        while (!ended && !closed && isEmpty()) {
            wait();
        }
    }

    /** The next results; waits for them. Null behind the last. */
    synchronized byte[] take() throws IOException, InterruptedException {
        await();
        if (closed || isEmpty()) {
            return null;
        }
        byte[] results;
        if (!memory.isEmpty()) {
            results = memory.remove();
            inMemory -= results.length;
        } else {
            results = read();
        }
        notifyAll();
        return results;
    }

    private byte[] read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(IN_MEMORY, writtenTo - readAt));
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, readAt);
            if (count < 0) {
                throw new IOException("The spool is cut off");
            }
            readAt += count;
        }
        if (readAt == writtenTo) {
            file.truncate(0);
            readAt = 0;
            writtenTo = 0;
        }
        return buffer.array();
    }

    synchronized boolean isEmpty() {
        return memory.isEmpty() && readAt == writtenTo;
    }

    /** Nothing is taken any more. */
    @Override
    public synchronized void close() {
        closed = true;
        memory.clear();
        notifyAll();
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.warn("A temporary file of results is left", e);
        }
    }
}
