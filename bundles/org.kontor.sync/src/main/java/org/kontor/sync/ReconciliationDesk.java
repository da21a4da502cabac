/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.page.Pages;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.RemoteView;
import org.kontor.spi.sync.RemoteViews;
import org.kontor.spi.text.NameFilter;

/** Where comparisons are begun, by people and by the clock; one is made at a time. */
@Component(immediate = true)
public final class ReconciliationDesk implements Reconciliations {
    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationDesk.class);
    private static final int SECONDS_BETWEEN_LOOKS = 60;

    private final UnitOfWork unitOfWork;
    private final Synchronisation inbound;
    private final RecordWriter writer;
    private final Pages pages;
    private final Background background = new Background("comparison");

    /** It comes with the connections. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile RemoteViews views;

    @Activate
    public ReconciliationDesk(
            @Reference UnitOfWork unitOfWork,
            @Reference Synchronisation inbound,
            @Reference RecordWriter writer,
            @Reference Pages pages) {
        this.unitOfWork = unitOfWork;
        this.inbound = inbound;
        this.writer = writer;
        this.pages = pages;
        background.repeat(SECONDS_BETWEEN_LOOKS, this::lookAtPlans);
    }

    /** For tests: the views are a service else. */
    public ReconciliationDesk(
            UnitOfWork unitOfWork, Synchronisation inbound, RecordWriter writer, Pages pages, RemoteViews views) {
        this(unitOfWork, inbound, writer, pages);
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

    private void lookAtPlans() {
        try {
            RemoteViews present = views;
            if (present != null && !background.isStopped()) {
                lookAtPlans(present.scheduled(), Ids.now());
            }
        } catch (RuntimeException e) {
            // the database may be away; it would never look again
            LOG.warn("Scheduled comparisons cannot be looked at: {}", e.toString());
        }
    }

    /**
     * Begins what is due. A connection that is seen first is due a period later.
     *
     * @param periods by connection
     */
    public void lookAtPlans(Map<String, Duration> periods, Instant now) {
        periods.forEach((connection, period) -> {
            Instant next = now.plus(period);
            boolean due = unitOfWork.write(inbound.caller(connection), transaction -> {
                Instant planned = transaction.drift().planned(connection).orElse(null);
                boolean isDue = planned != null && !planned.isAfter(now);
                // sooner as well, when the period was made shorter
                boolean moves = planned == null || isDue || planned.isAfter(next);
                return moves && transaction.drift().plan(connection, planned, next) && isDue;
            });
            if (due) {
                begin(inbound.caller(connection), connection, true);
            }
        });
    }

    @Override
    public UUID begin(CallContext context, String connection) {
        context.requireAdministrator();
        NameFilter.check("connection", connection);
        views().check(connection);
        return begin(context, connection, false);
    }

    private UUID begin(CallContext context, String connection, boolean scheduled) {
        return background.begin(
                connection,
                () -> {
                    UUID id = insert(context, connection, scheduled);
                    LOG.info(
                            "Connection '{}' is compared, by {}",
                            connection,
                            scheduled ? "schedule" : context.actor().name());
                    return id;
                },
                new Compare(connection));
    }

    private UUID insert(CallContext context, String connection, boolean scheduled) {
        Reconciliation fresh = new Reconciliation(
                Ids.next(), connection, scheduled, RunState.RUNNING, Ids.now(), null, null, List.of());
        unitOfWork.write(context, transaction -> {
            transaction.drift().interrupt(connection);
            transaction.drift().insert(fresh);
            transaction.drift().keepNewest(connection, KEPT);
            return null;
        });
        return fresh.id();
    }

    private final class Compare implements Background.Work {
        private final String connection;

        Compare(String connection) {
            this.connection = connection;
        }

        @Override
        public boolean run(UUID id) {
            CallContext context = SynchronisationEngine.through(inbound.caller(connection), connection, id.toString());
            return views().look(connection, remote -> new Comparison(
                            unitOfWork, writer, context, connection, id, remote, background::isStopped)
                    .run());
        }

        @Override
        public void end(UUID id, RunState state, String message) {
            Reconciliation ended = unitOfWork.write(inbound.caller(connection), transaction -> {
                transaction.drift().end(id, state, message);
                return transaction.drift().byId(id).orElse(null);
            });
            if (ended != null) {
                LOG.info("Connection '{}' was compared: {}, {} records differ", connection, state, ended.found());
            }
        }
    }

    @Override
    public Page<Reconciliation> list(CallContext context, String connection, int limit, String cursor) {
        context.ofOperator().requireReader();
        NameFilter.check("connection", connection);
        return pages.byId(
                "reconciliations " + connection,
                cursor,
                limit,
                Reconciliation::id,
                before -> unitOfWork.read(transaction -> transaction.drift().list(connection, before, limit + 1)));
    }

    @Override
    public Reconciliation get(CallContext context, UUID id) {
        context.ofOperator().requireReader();
        return unitOfWork
                .read(transaction -> transaction.drift().byId(id))
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND,
                        "There is no comparison with the id " + id + "; the newest " + KEPT
                                + " of a connection are kept."));
    }

    @Override
    public Page<Drift> drift(CallContext context, UUID id, RecordType type, DriftKind kind, int limit, String cursor) {
        get(context, id);
        return pages.byId(
                "drift " + id + " " + type + " " + kind,
                cursor,
                limit,
                Drift::id,
                after -> unitOfWork.read(transaction -> transaction.drift().drift(id, type, kind, after, limit + 1)));
    }

    @Override
    public Repaired repair(CallContext context, UUID id, DriftKind kind, Repair how) {
        context.requireAdministrator();
        Reconciliation report = get(context, id);
        if (kind == DriftKind.WAITING) {
            throw KontorException.invalid(
                    "kind",
                    "not_repairable",
                    "What waits is decided, mended in the quarantine, or sent by the next run.",
                    kind.name());
        }
        if (report.state() != RunState.COMPLETED) {
            throw KontorException.invalid(
                    "id",
                    "not_complete",
                    "The comparison did not come to its end (" + report.state() + ").",
                    id.toString());
        }
        String connection = report.connection();
        return views().look(connection, remote -> repair(context, report, remote, kind, how));
    }

    private Repaired repair(CallContext caller, Reconciliation report, RemoteView remote, DriftKind kind, Repair how) {
        String connection = report.connection();
        if (how == Repair.OURS
                && remote.types().stream().anyMatch(type -> !remote.rules(type).bothWays())) {
            throw KontorException.invalid(
                    "repair", "not_sent", "The connection only reads; nothing of ours is sent.", how.name());
        }
        UUID run = Ids.next();
        CallContext context = SynchronisationEngine.through(caller, connection, run.toString());
        unitOfWork.write(context, transaction -> {
            // beside the run of the connection that may be under way, which goes on
            transaction.sync().insertRun(Run.begun(run, connection, null, "repair", Ids.now()));
            return null;
        });
        Repairing repairing = new Repairing(unitOfWork, writer, context, connection, run, remote, how);
        try {
            for (DriftKind one : DriftKind.values()) {
                if (one != DriftKind.WAITING && (kind == null || kind == one)) {
                    types(remote, one).forEach(type -> repair(report.id(), repairing, type, one));
                }
            }
        } catch (RuntimeException e) {
            String why = e instanceof KontorException ? e.getMessage() : "It broke off; the log says why.";
            inbound.fail(connection, run, why);
            throw e;
        }
        end(context, run);
        return repairing.done();
    }

    /** What others refer to is taken in first, and taken leave of last. */
    private static List<RecordType> types(RemoteView remote, DriftKind kind) {
        List<RecordType> types = new ArrayList<>(remote.types());
        if (kind == DriftKind.MISSING_THERE) {
            Collections.reverse(types);
        }
        return types;
    }

    private void end(CallContext context, UUID run) {
        unitOfWork.write(context, transaction -> {
            transaction.sync().endRun(run, RunState.COMPLETED, null);
            return null;
        });
    }

    private void repair(UUID report, Repairing repairing, RecordType type, DriftKind kind) {
        UUID after = null;
        while (true) {
            UUID from = after;
            List<Drift> page =
                    unitOfWork.read(transaction -> transaction.drift().drift(report, type, kind, from, Repairing.STEP));
            if (page.isEmpty()) {
                return;
            }
            // one that was met twice, while pages there moved, is repaired once
            Map<String, Drift> left = page.stream()
                    .filter(one -> one.repaired() == null)
                    .collect(Collectors.toMap(Drift::externalId, Function.identity(), (first, second) -> first));
            if (!left.isEmpty()) {
                repairing.repair(type, kind, List.copyOf(left.values()));
            }
            after = page.get(page.size() - 1).id();
        }
    }
}
