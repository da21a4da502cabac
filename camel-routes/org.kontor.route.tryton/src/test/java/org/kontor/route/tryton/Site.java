/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import org.apache.camel.impl.DefaultCamelContext;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.camel.Calls;
import org.kontor.camel.Connection;
import org.kontor.camel.Quota;
import org.kontor.camel.Settings;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.support.KontorStub;
import org.kontor.route.tryton.support.MemorySynchronisation;
import org.kontor.route.tryton.support.RecordingMonitor;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.Outbound;
import org.kontor.testing.Await;

/** A connection to a Tryton in a CamelContext of its own, with an engine in memory that outlives restarts. */
final class Site implements AutoCloseable {
    final MemorySynchronisation engine = new MemorySynchronisation();
    final RecordingMonitor monitor = new RecordingMonitor();
    private final Path mappings;
    private final MappingSources sources = new MappingSources() {
        @Override
        public MappingSource open(String connection, RecordType type, String shipped) {
            return new MappingSource(mappings, connection, type, shipped);
        }

        @Override
        public MappingSource look(String connection, RecordType type, String shipped) {
            return open(connection, type, shipped);
        }

        @Override
        public void close(MappingSource source) {
            // nobody looks here
        }
    };
    private final TrytonSettings settings;
    private final Clock clock;
    private final LongSupplier nanos;
    /** Without patience, so that tests need not wait. */
    Map<String, String> calls =
            Map.of("retry.times", "0", "breaker.failures", "1", "breaker.wait", "50ms", "breaker.longestWait", "50ms");

    Quota quota = Quota.NONE;
    Clock callClock = Clock.systemUTC();

    private DefaultCamelContext context;
    /** Where what we changed goes. */
    Outbound outbound = new NoOutbound();
    /** Looks for what was deleted. */
    KeySweep keySweep = new NoKeySweep();

    /** @param mappings folder of mapping files */
    Site(TrytonSettings settings, Path mappings, Clock clock, LongSupplier nanos) {
        this.mappings = mappings;
        this.settings = settings;
        this.clock = clock;
        this.nanos = nanos;
    }

    static TrytonSettings settings(URI url, String user, String password, int page) {
        return settings(url, user, password, page, false);
    }

    static TrytonSettings settings(URI url, String user, String password, int page, boolean bothWays) {
        return new TrytonSettings(
                url,
                user,
                password,
                Duration.ofMillis(20),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofHours(24),
                Brake.NONE,
                page,
                Duration.ofSeconds(1),
                bothWays);
    }

    Site start() throws Exception {
        context = new DefaultCamelContext();
        context.addComponent("kontor", new KontorStub(engine));
        context.addRoutes(new TrytonRoutes(
                new Connection(
                        "test",
                        new Settings(calls),
                        monitor,
                        engine,
                        new Calls("test", new Settings(calls), quota, callClock)),
                settings,
                sources,
                outbound,
                keySweep,
                clock,
                nanos));
        context.start();
        return this;
    }

    @Override
    public void close() {
        context.stop();
    }

    DefaultCamelContext context() {
        return context;
    }

    /** Waits for a poll that began after now and read all. */
    void settle() {
        long looks = monitor.looks();
        // The first of the two may have begun before.
        Await.until("two looks", Duration.ofSeconds(120), () -> monitor.looks() >= looks + 2);
    }
}
