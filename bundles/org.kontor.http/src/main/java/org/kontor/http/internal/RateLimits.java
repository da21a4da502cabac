/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.UUID;
import java.util.function.LongSupplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

import org.kontor.http.Allowances;

/** How fast each caller may ask, whatever the door (V1). Thread-safe. */
@Component(service = RateLimits.class, configurationPid = RateLimits.PID)
@Designate(ocd = RateLimits.Config.class)
public final class RateLimits {
    /** {@code etc/org.kontor.http.cfg}. */
    @ObjectClassDefinition(name = "Kontor HTTP", description = "Limits of REST and SOAP")
    public @interface Config {
        @AttributeDefinition(
                name = "Requests a second",
                description = "that each signed-in caller may make in the long run; 0 for no limit",
                min = "0",
                max = "1000000")
        int requestsPerSecond() default 2000;

        @AttributeDefinition(
                name = "Burst",
                description = "Requests that may come at once, after a rest",
                min = "1",
                max = "1000000")
        int burst() default 6000;
    }

    static final String PID = "org.kontor.http";
    private static final int MAX = 1_000_000;

    private final LongSupplier clock;
    private volatile Allowances<UUID> allowances;

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public RateLimits(Config config) {
        this(config.requestsPerSecond(), config.burst(), System::nanoTime);
    }

    RateLimits(int perSecond, int burst, LongSupplier clock) {
        this.clock = clock;
        set(perSecond, burst);
    }

    /** Counts from the next request on. */
    @Modified
    void change(Config config) {
        set(config.requestsPerSecond(), config.burst());
    }

    private void set(int perSecond, int burst) {
        check("requestsPerSecond", perSecond, 0);
        check("burst", burst, 1);
        allowances = new Allowances<>(perSecond, burst, clock);
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MAX) {
            throw new IllegalArgumentException(
                    PID + ": " + name + " must be from " + least + " to " + MAX + ", not " + value);
        }
    }

    /** Counts a request of the caller. */
    Allowances.Verdict count(UUID caller) {
        return allowances.count(caller);
    }

    int callers() {
        return allowances.callers();
    }
}
