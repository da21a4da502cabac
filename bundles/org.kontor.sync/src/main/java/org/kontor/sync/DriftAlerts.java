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

import org.kontor.api.sync.Reconciliation;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.UnitOfWork;

/** Tells people of comparisons that found records that differ, once each (requirements S12, S16). */
@Component
public final class DriftAlerts implements AlertSource {
    private static final String KIND = "drift";

    private final UnitOfWork unitOfWork;

    @Activate
    public DriftAlerts(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Collection<Condition> conditions() {
        return unitOfWork.read(transaction -> transaction.drift().newestCompleted()).stream()
                .filter(report -> report.found() > 0)
                .map(DriftAlerts::condition)
                .toList();
    }

    /** The comparison is part of what it is about: another one that finds something is told again. */
    private static Condition condition(Reconciliation report) {
        return Condition.holds(
                KIND,
                report.connection() + " " + report.startedAt(),
                "The comparison of the connection '" + report.connection() + "' found "
                        + (report.found() == 1 ? "1 record that differs" : report.found() + " records that differ")
                        + " though nothing waits. Look: kontor:drift-show " + report.connection());
    }
}
