/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Clock;
import java.util.function.LongSupplier;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.service.ServiceSupport;

import org.kontor.api.record.RecordType;
import org.kontor.camel.Connection;
import org.kontor.camel.KontorHeaders;
import org.kontor.mapping.MappingSource;
import org.kontor.mapping.MappingSources;
import org.kontor.route.tryton.map.PartyMappings;
import org.kontor.route.tryton.read.Departures;
import org.kontor.route.tryton.read.Keys;
import org.kontor.route.tryton.read.PollRun;
import org.kontor.route.tryton.read.Reader;
import org.kontor.route.tryton.rpc.CallRoute;
import org.kontor.route.tryton.rpc.Gateway;
import org.kontor.route.tryton.write.Sending;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.Outbound;

/** The routes of one Tryton connection. The timer has one thread and waits for its poll: there is never a second one. */
final class TrytonRoutes extends RouteBuilder {
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
        getContext().addRoutes(new CallRoute(settings.url(), settings.timeout()));
        Away away = new Away(connection.name(), settings.poll(), connection.monitor());
        ProducerTemplate template = getContext().createProducerTemplate();
        getContext().addService(template);
        Gateway gateway = new Gateway(template, settings.url(), settings.user(), settings.password());
        Poll poll = new Poll(
                reader(gateway), mappings(gateway), connection.monitor(), away, sending(gateway), departures(gateway));
        // Failures come up to the first route, which has the one place that deals with them.
        errorHandler(noErrorHandler());

        from("timer:tryton?delay=0&period=" + settings.poll().toMillis())
                .routeId("tryton-poll")
                .filter(exchange -> away.due())
                .doTry()
                .to("direct:tryton-read")
                .doCatch(Exception.class)
                .to("direct:tryton-failed")
                .end();

        from("direct:tryton-read")
                .routeId("tryton-read")
                .process(poll::open)
                .loopDoWhile(poll::hasBatch)
                .to("direct:tryton-batch")
                .process(poll::turn)
                .end()
                .process(poll::send)
                .process(poll::seekDeleted)
                .filter(exchange -> poll.isFinished(exchange) && hasRun(exchange))
                .to("kontor:run/complete")
                .end()
                .process(poll::works);

        from("direct:tryton-batch")
                .routeId("tryton-batch")
                .filter(exchange -> !hasRun(exchange))
                .to("kontor:run/begin")
                .process(exchange -> connection.monitor().running())
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
                .filter(TrytonRoutes::hasRun)
                .doTry()
                .to("kontor:run/fail")
                .doCatch(Exception.class)
                // The database may be what failed. The run stays open then, and the next one marks it INTERRUPTED.
                .end();
    }

    private static boolean hasRun(Exchange exchange) {
        return exchange.getMessage().getHeader(KontorHeaders.RUN) != null;
    }

    /** Shown to administrators as long as the connection runs. */
    private PartyMappings mappings(Gateway gateway) throws Exception {
        MappingSource customer = open(RecordType.CUSTOMER);
        MappingSource location = open(RecordType.LOCATION);
        return new PartyMappings(customer, location, gateway, settings.bothWays(), settings.brake());
    }

    /** Null where nothing is written to Tryton. */
    private Sending sending(Gateway gateway) {
        return settings.bothWays() ? new Sending(gateway, outbound, run()) : null;
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
