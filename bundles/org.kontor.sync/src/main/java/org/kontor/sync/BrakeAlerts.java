/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Collection;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.sync.Braked;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.UnitOfWork;

/** Tells people of runs that would archive too much (requirements S8, S16). */
@Component
public final class BrakeAlerts implements AlertSource {
    private static final String KIND = "brake";

    private final UnitOfWork unitOfWork;

    @Activate
    public BrakeAlerts(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Collection<Condition> conditions() {
        return unitOfWork.read(transaction -> transaction.brakes().of(null)).stream()
                .filter(one -> one.releasedAt() == null)
                .map(BrakeAlerts::condition)
                .toList();
    }

    private static Condition condition(Braked one) {
        return Condition.holds(
                KIND,
                one.connection() + " " + one.type().key(),
                "Connection " + one.connection() + " would archive at least " + one.archives() + " of " + one.known()
                        + " records of type " + one.type().key() + ", and waits. Look at the other system first; if it"
                        + " is meant: kontor:connection-release " + one.connection());
    }
}
