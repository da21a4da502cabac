/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Optional;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.DryRuns;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.FeedStore;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.RemoteViews;
import org.kontor.spi.text.NameFilter;

/** Where people begin dry runs; one is made at a time. */
@Component
public final class DryRunDesk implements DryRuns {
    private static final Logger LOG = LoggerFactory.getLogger(DryRunDesk.class);
    private static final String SOURCE = "dry run";

    private final UnitOfWork unitOfWork;
    private final Synchronisation inbound;
    private final RecordWriter writer;
    private final FeedStore feed;
    private final Background background = new Background(SOURCE);

    /** It comes with the connections. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile RemoteViews views;

    @Activate
    public DryRunDesk(
            @Reference UnitOfWork unitOfWork,
            @Reference Synchronisation inbound,
            @Reference RecordWriter writer,
            @Reference FeedStore feed) {
        this.unitOfWork = unitOfWork;
        this.inbound = inbound;
        this.writer = writer;
        this.feed = feed;
    }

    /** For tests: the views are a service else. */
    public DryRunDesk(
            UnitOfWork unitOfWork, Synchronisation inbound, RecordWriter writer, FeedStore feed, RemoteViews views) {
        this(unitOfWork, inbound, writer, feed);
        this.views = views;
    }

    @Deactivate
    public void close() throws InterruptedException {
        background.close();
    }

    private RemoteViews views() {
        return Optional.ofNullable(views)
                .orElseThrow(() -> new KontorException(ErrorCode.UNAVAILABLE, "Connections are not installed."));
    }

    @Override
    public UUID begin(CallContext context, String connection) {
        context.requireAdministrator();
        NameFilter.check("connection", connection);
        views().check(connection);
        return background.begin(connection, () -> insert(context, connection), new Try(connection));
    }

    private UUID insert(CallContext context, String connection) {
        Run run = Run.dry(Ids.next(), connection, SOURCE, Ids.now());
        unitOfWork.write(context, transaction -> {
            transaction.sync().interruptDryRuns(connection);
            transaction.sync().insertRun(run);
            return null;
        });
        LOG.info(
                "A dry run of connection '{}' is made, by {}",
                connection,
                context.actor().name());
        return run.id();
    }

    private final class Try implements Background.Work {
        private final String connection;
        private String said;

        Try(String connection) {
            this.connection = connection;
        }

        @Override
        public boolean run(UUID id) {
            CallContext context = SynchronisationEngine.through(inbound.caller(connection), connection, id.toString());
            return views().look(connection, remote -> {
                DryRun run = new DryRun(unitOfWork, writer, feed, context, id, remote, background::isStopped);
                boolean complete = run.run();
                said = run.message();
                return complete;
            });
        }

        @Override
        public void end(UUID id, RunState state, String message) {
            unitOfWork.write(inbound.caller(connection), transaction -> {
                transaction.sync().endRun(id, state, message == null ? said : message);
                transaction.rehearsed().forget(id);
                return null;
            });
            LOG.info("A dry run of connection '{}' was made: {}", connection, state);
        }
    }
}
