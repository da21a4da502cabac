/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.route.tryton.rpc.RefusedException;

/**
 * Many writes in one call, which is one transaction of Tryton: when it refuses them they are tried in halves, until the one is
 * left that it does not take. Stateless.
 */
final class Writes {
    /** In one call: Tryton is quicker with many, and a refusal costs more with many. */
    private static final int SIZE = 100;
    /** Tryton's own word for a transaction that lost a race inside its database; the same again may do. */
    private static final String SERIALIZE = "could not serialize";

    private static final int TRIES = 3;

    private Writes() {}

    /** What became of one write. @param raced somebody was quicker; {@code refusal} why Tryton does not take it, else null */
    record Done<R>(R result, boolean raced, KontorException refusal) {}

    /** @param call writes all or nothing, and gives a result for each */
    static <W, R> List<Done<R>> run(List<W> writes, Function<List<W>, List<R>> call) {
        List<Done<R>> done = new ArrayList<>();
        for (int from = 0; from < writes.size(); from += SIZE) {
            done.addAll(halves(writes.subList(from, Math.min(from + SIZE, writes.size())), call));
        }
        return done;
    }

    private static <W, R> List<Done<R>> halves(List<W> writes, Function<List<W>, List<R>> call) {
        try {
            return tries(writes, call).stream()
                    .map(result -> new Done<>(result, false, null))
                    .toList();
        } catch (RefusedException e) {
            if (writes.size() == 1) {
                return List.of(
                        e.type().equals("ConcurrencyException")
                                ? new Done<>(null, true, null)
                                : new Done<>(
                                        null, false, new KontorException(ErrorCode.INVALID_INPUT, e.getMessage())));
            }
        }
        int middle = writes.size() / 2;
        List<Done<R>> done = new ArrayList<>(halves(writes.subList(0, middle), call));
        done.addAll(halves(writes.subList(middle, writes.size()), call));
        return done;
    }

    private static <W, R> List<R> tries(List<W> writes, Function<List<W>, List<R>> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(writes);
            } catch (RefusedException e) {
                if (attempt == TRIES || !e.getMessage().contains(SERIALIZE)) {
                    throw e;
                }
            }
        }
    }
}
