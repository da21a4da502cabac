/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.LocalDate;

import org.kontor.api.call.CallContext;
import org.kontor.camel.Quota;
import org.kontor.spi.store.UnitOfWork;

/**
 * Counts in the database, some calls ahead so that not every call waits for it: a kill forgets at most a hundredth of the day's
 * calls. Thread-safe.
 */
final class StoredQuota implements Quota {
    private static final int MOST_AHEAD = 50;

    private final UnitOfWork unitOfWork;
    private final CallContext caller;
    private final String connection;
    private final int perDay;
    private LocalDate day;
    private long left;

    StoredQuota(UnitOfWork unitOfWork, CallContext caller, String connection, int perDay) {
        this.unitOfWork = unitOfWork;
        this.caller = caller;
        this.connection = connection;
        this.perDay = perDay;
    }

    @Override
    public synchronized boolean take(LocalDate today) {
        if (!today.equals(day) || left == 0) {
            int ahead = Math.max(1, Math.min(MOST_AHEAD, perDay / 100));
            left = unitOfWork.write(
                    caller, transaction -> transaction.sync().takeCalls(connection, today, ahead, perDay));
            day = today;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
