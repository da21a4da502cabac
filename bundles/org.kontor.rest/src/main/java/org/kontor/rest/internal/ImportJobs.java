/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileImports;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.sync.Run;

/**
 * Imports that go on after their answer. Few at a time: who comes when all places are taken is told to come again.
 * Thread-safe.
 */
final class ImportJobs implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> new Thread(task, "kontor-import"));

    private volatile boolean closing;

    /** Begins an import; the file is deleted at its end. */
    Job start(FileImports imports, CallContext context, ImportRequest request, SpooledFile file) {
        CompletableFuture<UUID> begun = new CompletableFuture<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void begun(UUID run) {
                begun.complete(run);
            }

            @Override
            public boolean goOn() {
                return !closing;
            }
        };
        try {
            Future<Run> ended = workers.submit(() -> {
                try (file) {
                    return imports.run(context, request, file.path(), listener);
                } catch (RuntimeException e) {
                    begun.completeExceptionally(e);
                    throw e;
                }
            });
            return new Job(begun, ended);
        } catch (RejectedExecutionException e) {
            file.close();
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, "There are " + AT_ONCE + " imports under way. Try again later.");
        }
    }

    /** Ends imports after their batch; the same file again goes on where they ended. */
    @Override
    public void close() {
        closing = true;
        workers.shutdown();
        try {
            workers.awaitTermination(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One import under way. */
    record Job(Future<UUID> begun, Future<Run> ended) {
        /** Its run, if it ends in that time. */
        Optional<Run> end(Duration wait) {
            return within(ended, wait);
        }

        /** The id of its run, which is there almost at once. */
        UUID run() {
            return within(begun, TO_BEGIN)
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.UNAVAILABLE, "The import could not begin in time. Try again later."));
        }

        private static <T> Optional<T> within(Future<T> future, Duration time) {
            try {
                return Optional.of(future.get(time.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KontorException(ErrorCode.UNAVAILABLE, "The server is being stopped.");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
    }
}
