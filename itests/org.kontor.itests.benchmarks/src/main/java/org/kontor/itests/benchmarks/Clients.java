/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several clients that work at the same time, each with a thread, and with what it needs, of its own. Stateless. */
final class Clients {
    private static final int AHEAD = 200_000;

    private Clients() {}

    /** One client's step; says whether there was something left to do. */
    @FunctionalInterface
    interface Step {
        boolean run() throws Exception;
    }

    /** Makes a client; what it opens it keeps until the process ends, or closes in {@link Client#close}. */
    @FunctionalInterface
    interface Maker {
        Client make() throws Exception;
    }

    /** A client. */
    interface Client extends Step, AutoCloseable {
        @Override
        default void close() throws IOException, SQLException {}
    }

    /**
     * Lets clients repeat their step until there is nothing left to do or the time is over.
     *
     * @param seconds most seconds
     */
    static Measured run(int count, double seconds, Maker maker) throws Exception {
        Client[] clients = new Client[count];
        for (int i = 0; i < count; i++) {
            clients[i] = maker.make();
        }
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            var running = Arrays.stream(clients)
                    .map(client -> threads.submit(() -> repeat(client, end)))
                    .toList();
            long[] all = {};
            for (Future<long[]> one : running) {
                long[] times = one.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + times.length);
                System.arraycopy(times, 0, all, before, times.length);
            }
            return new Measured((System.nanoTime() - start) / 1e9, all);
        } finally {
            threads.shutdownNow();
            for (Client client : clients) {
                client.close();
            }
        }
    }

    private static long[] repeat(Client client, long end) throws Exception {
        long[] times = new long[AHEAD];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            if (!client.run()) {
                break;
            }
            long then = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(times, count);
    }

    /**
     * What was measured.
     *
     * @param seconds from the first step's begin to the last one's end
     * @param times nanoseconds of each step
     */
    record Measured(double seconds, long[] times) {
        static final Measured NOTHING = new Measured(0, new long[0]);

        double perSecond() {
            return times.length / seconds;
        }

        /** Milliseconds that the given share (0 to 1) of the steps did not exceed. */
        double millis(double share) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
        }

        Measured and(Measured other) {
            return new Measured(
                    seconds + other.seconds,
                    IntStream.range(0, times.length + other.times.length)
                            .mapToLong(i -> i < times.length ? times[i] : other.times[i - times.length])
                            .toArray());
        }
    }
}
