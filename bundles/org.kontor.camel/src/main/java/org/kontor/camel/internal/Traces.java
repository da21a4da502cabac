/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.CamelContext;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.ConnectionDesk;
import org.kontor.api.sync.ConnectionTrace;

/**
 * Who watches which connection. Camel tells of exchanges only while somebody does: its contexts get a notifier with the first
 * trace, and lose it with the last. Thread-safe.
 */
final class Traces implements AutoCloseable {
    private static final int MOST = 8;

    private final Map<String, Set<CamelContext>> contexts = new HashMap<>();
    private final List<Trace> open = new ArrayList<>();

    synchronized void made(String connection, CamelContext context) {
        contexts.computeIfAbsent(connection, name -> new HashSet<>()).add(context);
        open.stream().filter(trace -> trace.connection().equals(connection)).forEach(trace -> trace.attach(context));
    }

    synchronized void gone(String connection, CamelContext context) {
        open.stream().filter(trace -> trace.connection().equals(connection)).forEach(trace -> trace.detach(context));
        contexts.computeIfPresent(connection, (name, known) -> {
            known.remove(context);
            return known.isEmpty() ? null : known;
        });
    }

    ConnectionTrace open(String connection, Secrets secrets, Duration most, int body) {
        if (most.compareTo(Duration.ofSeconds(1)) < 0 || most.compareTo(ConnectionDesk.LONGEST_TRACE) > 0) {
            throw KontorException.invalid(
                    "time",
                    "out_of_range",
                    "Must be from 1s to " + ConnectionDesk.LONGEST_TRACE.toMinutes() + "m.",
                    most.toSeconds() + "s");
        }
        if (body < 0 || body > ConnectionDesk.MAX_BODY) {
            throw KontorException.invalid(
                    "body",
                    "out_of_range",
                    "Must be from 0 to " + ConnectionDesk.MAX_BODY + " characters.",
                    String.valueOf(body));
        }
        synchronized (this) {
            List.copyOf(open).forEach(Trace::closeWhenOver);
            if (open.size() >= MOST) {
                throw new KontorException(
                        ErrorCode.TOO_MANY_REQUESTS, "There are " + MOST + " traces already. Try again later.");
            }
            Trace trace = new Trace(connection, secrets, most, body, this::closed);
            open.add(trace);
            contexts.getOrDefault(connection, Set.of()).forEach(trace::attach);
            return trace;
        }
    }

    private synchronized void closed(Trace trace) {
        if (open.remove(trace)) {
            contexts.getOrDefault(trace.connection(), Set.of()).forEach(trace::detach);
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(open).forEach(Trace::close);
    }
}
