/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.hook.HookCall;
import org.kontor.api.hook.Hooks;

/** Which route listens to which hook. Thread-safe. */
public final class HookListeners implements Hooks {
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    /** How long a hook is remembered after its route went: it may just be replaced. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Map<String, Long> gone = new ConcurrentHashMap<>();
    private final BooleanSupplier complete;

    /** A route that listens. */
    interface Listener {
        String connection();

        void call(CallContext context, HookCall call);
    }

    /** @param complete whether all routes that are there now were started; before, an unknown hook may yet come */
    public HookListeners(BooleanSupplier complete) {
        this.complete = complete;
    }

    /** @throws IllegalArgumentException when another route listens to it */
    void add(String hook, Listener listener) {
        Listener other = listeners.putIfAbsent(hook, listener);
        if (other != null) {
            throw new IllegalArgumentException(
                    "a route of '" + other.connection() + "' listens to the hook '" + hook + "' already");
        }
        gone.remove(hook);
    }

    void remove(String hook, Listener listener) {
        if (listeners.remove(hook, listener)) {
            gone.values().removeIf(HookListeners::isForgotten);
            gone.put(hook, System.nanoTime());
        }
    }

    private static boolean isForgotten(Long since) {
        return since == null || System.nanoTime() - since > REMEMBERED.toNanos();
    }

    @Override
    public void call(CallContext context, HookCall call) {
        context.requireIntegration();
        Listener listener = listeners.get(call.hook());
        if (listener != null) {
            listener.call(context, call);
        } else if (complete.getAsBoolean() && isForgotten(gone.get(call.hook()))) {
            throw new KontorException(ErrorCode.NOT_FOUND, "No route listens to a hook of this name.");
        } else {
            throw unavailable();
        }
    }

    static KontorException unavailable() {
        return new KontorException(
                ErrorCode.UNAVAILABLE, "The route behind this hook is starting or stopping; try again in a moment.");
    }
}
