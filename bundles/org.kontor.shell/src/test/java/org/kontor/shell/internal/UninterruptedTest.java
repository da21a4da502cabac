/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.Test;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("V3")
public class UninterruptedTest {
    @Test
    @SuppressWarnings("unchecked") // a class has no type arguments
    public void ctrlCIsNotSeenInsideTheServiceAndIsSeenAfterwards() {
        try (Uninterrupted calls = new Uninterrupted()) {
            Supplier<String> service =
                    calls.of(Supplier.class, () -> Thread.currentThread().isInterrupted() ? "interrupted" : "in peace");
            Thread.currentThread().interrupt();
            assertEquals("in peace", service.get());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    public void whatTheServiceCallsBackCanAskForCtrlC() throws Exception {
        try (Uninterrupted calls = new Uninterrupted()) {
            CountDownLatch begun = new CountDownLatch(1);
            Runnable service = calls.of(Runnable.class, () -> {
                assertFalse(Uninterrupted.stopWanted());
                begun.countDown();
                Await.until("Ctrl-C is seen", Duration.ofSeconds(20), Uninterrupted::stopWanted);
            });
            Thread command = new Thread(service);
            command.start();
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            command.interrupt();
            command.join(TimeUnit.SECONDS.toMillis(20));
            assertFalse(command.isAlive());
            assertFalse(Uninterrupted.stopWanted());
        }
    }

    @Test
    public void aRefusalComesThroughAsItIs() {
        KontorException refusal = new KontorException(ErrorCode.NOT_FOUND, "Not there.");
        try (Uninterrupted calls = new Uninterrupted()) {
            Runnable service = calls.of(Runnable.class, () -> {
                throw refusal;
            });
            assertSame(refusal, assertThrows(KontorException.class, service::run));
        }
    }
}
