/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.List;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.sync.Unsent;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.api.sync.UnsentRecord;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.text.NameFilter;

/** Where people look after what external systems did not take. */
@Component
public final class UnsentDesk implements Unsent {
    private static final Logger LOG = LoggerFactory.getLogger(UnsentDesk.class);

    private final UnitOfWork unitOfWork;
    private final Pages pages;

    @Activate
    public UnsentDesk(@Reference UnitOfWork unitOfWork, @Reference Pages pages) {
        this.unitOfWork = unitOfWork;
        this.pages = pages;
    }

    @Override
    public Page<UnsentRecord> list(CallContext context, UnsentQuery query, int limit, String cursor) {
        context.ofOperator().requireReader();
        check(query);
        return pages.byId(
                "unsent " + query,
                cursor,
                limit,
                UnsentRecord::id,
                after -> unitOfWork.read(transaction -> transaction.unsent().list(query, after, limit + 1)));
    }

    private static void check(UnsentQuery query) {
        NameFilter.check("connection", query.connection());
        NameFilter.check("error", query.error());
    }

    @Override
    public long retry(CallContext context, List<UUID> ids) {
        context.requireAdministrator();
        if (ids.isEmpty() || ids.size() > MAX_RETRIED) {
            throw KontorException.invalid(
                    "ids", "out_of_range", "Must be 1 to " + MAX_RETRIED + " ids.", String.valueOf(ids.size()));
        }
        long number =
                unitOfWork.write(context, transaction -> transaction.unsent().retry(ids));
        if (number == 0) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "Nothing waits under "
                            + (ids.size() == 1 ? "the id " + ids.get(0) : "any of these ids")
                            + "; it may be sent already.");
        }
        return told(context, number);
    }

    @Override
    public long retryAll(CallContext context, UnsentQuery query) {
        context.requireAdministrator();
        check(query);
        return told(
                context,
                unitOfWork.write(context, transaction -> transaction.unsent().retry(query)));
    }

    private static long told(CallContext context, long number) {
        LOG.info("{} has {} records sent once more", context.actor().name(), number);
        return number;
    }
}
