/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;

/**
 * What the expressions of one record share: named values, look-ups and the bounds of time, depth and size. For one thread and
 * one record.
 */
public final class Scope {
    /** For one expression. */
    public static final int MAX_MILLIS = 100;

    public static final int MAX_DEPTH = 100;
    /** Of any text on the way, in characters. */
    public static final int MAX_TEXT = 10_000;
    /** Of any list on the way. */
    public static final int MAX_ELEMENTS = 10_000;

    /** Elements that filters may look at without JSONata. */
    private static final int MAX_DIRECT = 20_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Object> names = new LinkedHashMap<>();
    private long deadline;
    /** Processor time of the thread when the deadline was first found past; -1 before. */
    private long lateSince;

    private int depth;
    private int spent;
    private ExpressionException refusal;
    private RuntimeException failure;

    /** What only JSONata needs is made when it is first asked. */
    private Map<String, Object> forJsonata;

    /** @param lookup name of a table and key → the value, or a refusal; null when there are none here */
    public Scope(BiFunction<String, Object, Object> lookup, BiFunction<String, Object, Object> external) {
        names.put("lookup", Functions.lookup(this, lookup));
        names.put("external", Functions.external(this, external));
    }

    /** Gives a value a name for the expressions that come. */
    public void name(String name, Object value) {
        names.put(name, value);
    }

    Object value(String name) {
        return names.get(name);
    }

    JFunction function(String name) {
        return (JFunction) names.get(name);
    }

    /** Before each expression. */
    void begin() {
        spent = 0;
        refusal = null;
        failure = null;
    }

    void bind(Jsonata.Frame frame) {
        if (forJsonata == null) {
            forJsonata = new LinkedHashMap<>(Patterns.functions(this));
            forJsonata.put("__evaluate_entry", (Jsonata.EntryCallback) (expression, input, inside) -> enter());
            forJsonata.put(
                    "__evaluate_exit", (Jsonata.ExitCallback) (expression, input, inside, result) -> leave(result));
        }
        forJsonata.forEach(frame::bind);
        names.forEach(frame::bind);
        deadline = System.nanoTime() + MAX_MILLIS * 1_000_000L;
        lateSince = -1;
        depth = 0;
    }

    /** What is done without JSONata is counted; what goes on for long is JSONata's to do, by the clock. */
    void spend() {
        if (++spent > MAX_DIRECT) {
            throw Direct.Unsure.INSTANCE;
        }
    }

    /** Why a function of ours gave nothing, which JSONata would wrap. */
    ExpressionException refusal() {
        return refusal;
    }

    /** What a look-up threw; no fault of the record, and so it goes through JSONata as it is. */
    RuntimeException failure() {
        return failure;
    }

    RuntimeException fail(RuntimeException cause) {
        failure = cause;
        return cause;
    }

    ExpressionException refuse(String rule, String message, String value) {
        if (refusal == null) {
            refusal = new ExpressionException(rule, message, -1, value);
        }
        return refusal;
    }

    /**
     * A busy machine, a collection of garbage or a first run must not refuse a good record: who is late by the clock gets
     * the same again, of the processor's time.
     */
    void checkTime() {
        if (System.nanoTime() < deadline) {
            return;
        }
        long used = THREADS.getCurrentThreadCpuTime();
        if (lateSince < 0) {
            lateSince = used;
        } else if (used - lateSince > MAX_MILLIS * 1_000_000L) {
            throw refuse("too_slow", "Takes longer than " + MAX_MILLIS + " ms.", null);
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw refuse("too_deep", "Calls itself deeper than " + MAX_DEPTH + " levels.", null);
        }
        checkTime();
    }

    private void leave(Object result) {
        depth--;
        checkSize(result);
    }

    void checkSize(Object result) {
        if (result instanceof String text && text.length() > MAX_TEXT) {
            throw refuse("too_large", "Makes a text longer than " + MAX_TEXT + " characters.", null);
        }
        if (result instanceof Collection<?> list && list.size() > MAX_ELEMENTS) {
            throw refuse("too_large", "Makes a list longer than " + MAX_ELEMENTS + " elements.", null);
        }
    }
}
