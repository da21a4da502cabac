/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls services in threads that nobody interrupts. Ctrl-C interrupts the thread of a command; inside the embedded database
 * that would close the file under everybody's feet. So Ctrl-C counts when the call is back, or when what the service calls back
 * asks for it. Thread-safe.
 */
public final class Uninterrupted implements AutoCloseable {
    /** In a thread of ours: whether the one that waits for it was interrupted. */
    private static final ThreadLocal<AtomicBoolean> CALLER = new ThreadLocal<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "kontor-shell");
        thread.setDaemon(true);
        return thread;
    });

    /** The same service, called from threads of ours. */
    <T> T of(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(
                Uninterrupted.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    AtomicBoolean interrupted = new AtomicBoolean();
                    return await(interrupted, threads.submit(() -> {
                        CALLER.set(interrupted);
                        try {
                            return method.invoke(service, arguments);
                        } catch (InvocationTargetException e) {
                            if (e.getCause() instanceof Error error) {
                                throw error;
                            }
                            throw e.getCause() instanceof Exception failure ? failure : e;
                        } finally {
                            CALLER.remove();
                        }
                    }));
                }));
    }

    /** For what a service calls back in the middle of its work: whether Ctrl-C was pressed since the call. */
    public static boolean stopWanted() {
        AtomicBoolean interrupted = CALLER.get();
        return interrupted != null && interrupted.get();
    }

    private static Object await(AtomicBoolean interrupted, Future<?> answer) throws Throwable {
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException ctrlC) {
                    interrupted.set(true);
                } catch (ExecutionException e) {
                    throw e.getCause();
                }
            }
        } finally {
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
