/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Braked;
import org.kontor.api.sync.Brakes;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.text.NameFilter;

/** Shows stopped runs, and lets them go on. */
@Component
public final class BrakeDesk implements Brakes {
    private static final Logger LOG = LoggerFactory.getLogger(BrakeDesk.class);

    private final UnitOfWork unitOfWork;

    @Activate
    public BrakeDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<Braked> list(CallContext context) {
        context.requireAdministrator();
        return unitOfWork.read(transaction -> transaction.brakes().of(null));
    }

    @Override
    public List<Braked> release(CallContext context, String connection) {
        context.requireAdministrator();
        NameFilter.check("connection", connection);
        List<Braked> released = unitOfWork.write(context, transaction -> {
            transaction.brakes().release(connection, context.actor().name(), Ids.now());
            return transaction.brakes().of(connection);
        });
        if (released.isEmpty()) {
            throw new KontorException(ErrorCode.NOT_FOUND, "Nothing of connection '" + connection + "' is stopped.");
        }
        released.forEach(one -> LOG.info(
                "{} lets connection '{}' archive {} records of type {} and more",
                context.actor().name(),
                connection,
                one.archives(),
                one.type().key()));
        return released;
    }
}
