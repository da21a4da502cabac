/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Again;

/** What is to be read once more, in the order in which it was asked for. Thread-safe. */
final class Agenda {
    static final int MAX = 100;

    private final Deque<Again> orders = new ArrayDeque<>();

    /** @throws KontorException {@code invalid_input}, {@code too_many_requests} */
    synchronized void add(Again order) {
        for (String id : order.records()) {
            if (!id.matches("[1-9][0-9]{0,17}")) {
                throw KontorException.invalid(
                        "records", "malformed_id", "Must be the ids of parties in Tryton: whole numbers.", id);
            }
        }
        if (orders.size() >= MAX) {
            throw new KontorException(
                    ErrorCode.TOO_MANY_REQUESTS, MAX + " such orders wait already. Try again when they are done.");
        }
        orders.add(order);
    }

    /** The first such order, which stays until it is done; null when there is none. */
    synchronized Again next(Predicate<Again> which) {
        return orders.stream().filter(which).findFirst().orElse(null);
    }

    synchronized void done(Again order) {
        orders.removeIf(one -> one == order);
    }
}
