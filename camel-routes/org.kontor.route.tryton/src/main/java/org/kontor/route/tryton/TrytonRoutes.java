/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Again;
import org.kontor.camel.Calls;
import org.kontor.camel.Connection;
import org.kontor.camel.KontorHeaders;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.map.PartyMappings;
import org.kontor.route.tryton.read.Departures;
import org.kontor.route.tryton.read.Keys;
import org.kontor.route.tryton.read.PollRun;
import org.kontor.route.tryton.read.Reader;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.write.NoOutflow;
import org.kontor.route.tryton.write.Outflow;
import org.kontor.route.tryton.write.Sending;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.Outbound;

/** The routes of one Tryton connection. Polls have one thread: there is never a second one at a time. */
final class TrytonRoutes extends RouteBuilder {
    private static final String POLL =
            "seda:tryton-poll?size=2&concurrentConsumers=1&purgeWhenStopping=true&pollTimeout=100";

    private final Connection connection;
    private final TrytonSettings settings;
    private final MappingSources sources;
    private final Outbound outbound;
    private final KeySweep keySweep;
    private final Clock clock;
    private final LongSupplier nanos;

    TrytonRoutes(
            Connection connection,
            TrytonSettings settings,
            MappingSources sources,
            Outbound outbound,
            KeySweep keySweep,
            Clock clock,
            LongSupplier nanos) {
        this.outbound = outbound;
        this.keySweep = keySweep;
        this.connection = connection;
        this.settings = settings;
        this.sources = sources;
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public void configure() throws Exception {
        Calls calls = connection.calls();
        Gateway gateway = Gateways.open(getContext(), settings, settings.timeout(), calls);
        Agenda agenda = new Agenda();
        Poll poll = new Poll(
                reader(gateway),
                mappings(gateway),
                connection.monitor(),
                calls,
                () -> connection.synchronisation().interrupt(connection.name()),
                agenda,
                outflow(gateway),
                departures(gateway),
                settings.poll(),
                nanos);
        // at most one poll waits while another one is under way
        AtomicBoolean waits = new AtomicBoolean();
        // Failures come up to the first route, which has the one place that deals with them.
        errorHandler(noErrorHandler());

        from("timer:tryton?delay=0&period=" + settings.poll().toMillis())
                .routeId("tryton-timer")
                .filter(exchange -> waits.compareAndSet(false, true))
                .to(POLL);

        from(KontorHeaders.AGAIN)
                .routeId("tryton-again")
                .process(exchange -> agenda.add(exchange.getMessage().getBody(Again.class)))
                .filter(exchange -> waits.compareAndSet(false, true))
                .to(ExchangePattern.InOnly, POLL);

        from(POLL)
                .routeId("tryton-poll")
                .process(exchange -> waits.set(false))
                .filter(exchange -> calls.mayCall())
                .doTry()
                .to("direct:tryton-read")
                .doCatch(Exception.class)
                .to("direct:tryton-failed")
                .end();

        from("direct:tryton-read")
                .routeId("tryton-read")
                .process(poll::open)
                .to("direct:tryton-pages")
                .process(poll::works);

        from("direct:tryton-pages")
                .routeId("tryton-pages")
                .filter(exchange -> poll.isOrdered(exchange) && !hasRun(exchange))
                .to("direct:tryton-begin")
                .end()
                .loopDoWhile(poll::hasBatch)
                .to("direct:tryton-batch")
                .process(poll::turn)
                .process(poll::openBetween)
                .loopDoWhile(poll::isBetween)
                .to("direct:tryton-between")
                .process(poll::back)
                .process(poll::openBetween)
                .end()
                .process(poll::turnPage)
                .end()
                .filter(poll::isFinished)
                .process(poll::done)
                .end()
                .process(poll::send)
                .process(poll::seekDeleted)
                .to("direct:tryton-done");

        from("direct:tryton-between")
                .routeId("tryton-between")
                .filter(poll::isOrdered)
                .to("direct:tryton-begin")
                .end()
                .loopDoWhile(poll::hasBatch)
                .to("direct:tryton-batch")
                .process(poll::turn)
                .process(poll::turnPage)
                .end()
                .to("direct:tryton-done");

        from("direct:tryton-done")
                .routeId("tryton-done")
                .filter(poll::isFinished)
                .process(poll::done)
                .filter(TrytonRoutes::hasRun)
                .to("kontor:run/complete")
                .end()
                .end();

        from("direct:tryton-begin")
                .routeId("tryton-begin")
                .to("kontor:run/begin")
                .process(exchange -> connection.monitor().running());

        from("direct:tryton-batch")
                .routeId("tryton-batch")
                .filter(exchange -> !hasRun(exchange))
                .to("direct:tryton-begin")
                .end()
                .process(poll::load)
                .choice()
                .when(poll::isCustomers)
                .to("kontor:upsert/customer")
                .otherwise()
                .to("kontor:upsert/location")
                .end();

        from("direct:tryton-failed")
                .routeId("tryton-failed")
                .process(poll::failed)
                .loopDoWhile(TrytonRoutes::hasRun)
                .doTry()
                .to("kontor:run/fail")
                .doCatch(Exception.class)
                // The database may be what failed. The run stays open then, and the next one marks it INTERRUPTED.
                .end()
                .process(poll::failedOuter)
                .end();
    }

    private static boolean hasRun(Exchange exchange) {
        return exchange.getMessage().getHeader(KontorHeaders.RUN) != null;
    }

    /** Shown to administrators as long as the connection runs. */
    private PartyMappings mappings(Gateway gateway) throws Exception {
        return new PartySources(open(RecordType.CUSTOMER), open(RecordType.LOCATION)).mappings(gateway, settings);
    }

    private Outflow outflow(Gateway gateway) {
        return settings.bothWays() ? new Sending(gateway, outbound, run()) : new NoOutflow(outbound, connection.name());
    }

    private Departures departures(Gateway gateway) {
        return new Departures(Keys.of(gateway), keySweep, run(), settings.keys(), nanos);
    }

    private PollRun run() {
        return new PollRun(connection.synchronisation(), connection.name());
    }

    private MappingSource open(RecordType type) throws Exception {
        MappingSource source = sources.open(connection.name(), type, PartyMappings.shipped(type));
        getContext().addService(new ServiceSupport() {
            @Override
            protected void doStop() {
                sources.close(source);
            }
        });
        return source;
    }

    private Reader reader(Gateway gateway) {
        return new Reader(
                gateway,
                connection.synchronisation(),
                connection.name(),
                settings.overlap(),
                settings.sweep(),
                settings.page(),
                clock,
                nanos);
    }
}
