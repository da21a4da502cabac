/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread for what no request waits for. What does not fit into its queue is not done. Stateless. */
final class Aside {
    private static final int WAITING = 1000;

    private Aside() {}

    /** To be shut down by who made it; not by an interrupt, which would close an H2 database. */
    static ThreadPoolExecutor thread(String name) {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread made = new Thread(task, name);
                    made.setDaemon(true);
                    return made;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
