/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.AuditTrail;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.feed.Change;
import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.Runs;
import org.kontor.core.access.Insider;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.AuditReader;
import org.kontor.spi.store.FeedStore;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.text.NameFilter;

/** Reads what was recorded: audit entries, the change feed, runs and their items. */
@Component(service = {AuditTrail.class, ChangeFeed.class, Runs.class})
public final class Journal implements AuditTrail, ChangeFeed, Runs {
    private static final int MAX_FEED = 1000;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    /** Token of the feed: good for every reader of this installation. */
    private static final String FEED = "changes";

    private final UnitOfWork unitOfWork;
    private final FeedStore feed;
    private final Cursors cursors;
    private final Pages pages;

    @Activate
    public Journal(
            @Reference UnitOfWork unitOfWork,
            @Reference FeedStore feed,
            @Reference Cursors cursors,
            @Reference Pages pages) {
        this.unitOfWork = unitOfWork;
        this.feed = feed;
        this.cursors = cursors;
        this.pages = pages;
    }

    @Override
    public Page<AuditEntry> ofRecord(CallContext context, RecordType type, UUID id, int limit, String cursor) {
        Page<AuditEntry> page = find(context, new AuditQuery(type, id, null, null, null, null, limit, cursor));
        if (page.items().isEmpty() && cursor == null) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is no " + type.key() + " with the id " + id + ".");
        }
        return page;
    }

    @Override
    public Page<AuditEntry> find(CallContext context, AuditQuery query) {
        context.requireReader();
        AuditQuery all = new AuditQuery(
                query.type(),
                query.id(),
                NameFilter.check("actor", query.actor()),
                NameFilter.check("source", query.source()),
                moment("from", query.from()),
                moment("until", query.until()),
                1,
                null);
        return pages.byId(
                "audit " + context.scope() + " " + all,
                query.cursor(),
                query.limit(),
                AuditEntry::id,
                before -> unitOfWork.read(transaction -> transaction
                        .audit()
                        .find(context.scope(), all, reader(context, transaction), before, query.limit() + 1)));
    }

    private static AuditReader.Reader reader(CallContext context, ReadTransaction transaction) {
        if (!context.actor().enters()) {
            return AuditReader.Reader.MANAGER;
        }
        return Insider.isVisitor(transaction, context) ? AuditReader.Reader.VISITOR : AuditReader.Reader.MEMBER;
    }

    /** Databases and clocks know no moment far away, and there is no entry there. */
    private static Instant moment(String name, Instant given) {
        if (given != null && (given.isBefore(FIRST) || given.isAfter(LAST))) {
            throw KontorException.invalid(
                    name, "out_of_range", "Must be from " + FIRST + " to " + LAST + ".", given.toString());
        }
        return given;
    }

    @Override
    public List<Change> read(CallContext context, long after, int limit) {
        context.ofOperator().requireReader();
        Cursors.checkLimit(limit, MAX_FEED);
        if (after < 0) {
            throw KontorException.invalid("after", "out_of_range", "Must be 0 or more.", String.valueOf(after));
        }
        return feed.read(after, limit);
    }

    @Override
    public Page<Change> resume(CallContext context, String token, int limit) {
        long after = token == null ? 0 : Long.parseLong(cursors.open(FEED, token));
        List<Change> changes = read(context, after, limit);
        long last = changes.isEmpty() ? after : changes.get(changes.size() - 1).position();
        return new Page<>(changes, cursors.seal(FEED, String.valueOf(last)));
    }

    @Override
    public Page<Run> list(CallContext context, String connection, int limit, String cursor) {
        context.ofOperator().requireReader();
        NameFilter.check("connection", connection);
        return pages.byId(
                "runs " + connection,
                cursor,
                limit,
                Run::id,
                before -> unitOfWork.read(transaction -> transaction.sync().runs(connection, before, limit + 1)));
    }

    @Override
    public Run get(CallContext context, UUID id) {
        context.ofOperator().requireReader();
        return unitOfWork.read(transaction -> transaction.sync().run(id)).orElseThrow(() -> noRun(id));
    }

    @Override
    public Page<RunItem> items(CallContext context, UUID run, Outcome outcome, int limit, String cursor) {
        context.ofOperator().requireReader();
        return pages.byId(
                "items " + run + " " + outcome,
                cursor,
                limit,
                RunItem::id,
                after -> unitOfWork.read(transaction -> {
                    transaction.sync().run(run).orElseThrow(() -> noRun(run));
                    return transaction.sync().items(run, outcome, after, limit + 1);
                }));
    }

    private static KontorException noRun(UUID id) {
        return new KontorException(ErrorCode.NOT_FOUND, "There is no run with the id " + id + ".");
    }
}
