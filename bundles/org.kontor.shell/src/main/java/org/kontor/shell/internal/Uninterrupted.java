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

/**
 * Calls services in threads that nobody interrupts. Ctrl-C interrupts the thread of a command; inside the embedded database
 * that would close the file under everybody's feet. So Ctrl-C counts when the call is back. Thread-safe.
 */
final class Uninterrupted implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "kontor-shell");
        thread.setDaemon(true);
        return thread;
    });

    /** The same service, called from threads of ours. */
    <T> T of(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(
                Uninterrupted.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> await(threads.submit(() -> {
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception failure ? failure : e;
                    }
                }))));
    }

    private static Object await(Future<?> answer) throws Throwable {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException ctrlC) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
