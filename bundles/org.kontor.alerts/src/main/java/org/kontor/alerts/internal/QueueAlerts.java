/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.AlertReader.Waiting;
import org.kontor.spi.store.UnitOfWork;

/** Too much waits for people: in the quarantine, in the conflict queue. */
@Component(configurationPid = AlertSettings.PID)
public final class QueueAlerts implements AlertSource {
    public static final String QUARANTINE = "quarantine";
    public static final String CONFLICTS = "conflicts";

    private final UnitOfWork unitOfWork;
    private final int quarantineAbove;
    private final int conflictsAbove;

    @Activate
    public QueueAlerts(@Reference UnitOfWork unitOfWork, AlertSettings settings) {
        this.unitOfWork = unitOfWork;
        this.quarantineAbove = settings.quarantineAbove();
        this.conflictsAbove = settings.conflictsAbove();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(QUARANTINE, CONFLICTS);
    }

    @Override
    public Collection<Condition> conditions() {
        List<Waiting> waiting =
                unitOfWork.read(transaction -> transaction.alerts().waiting());
        List<Condition> conditions = new ArrayList<>();
        for (Waiting one : waiting) {
            String of = " of the connection '" + one.connection() + "'. Look: kontor:";
            if (quarantineAbove >= 0 && one.quarantined() > quarantineAbove) {
                conditions.add(Condition.holds(
                        QUARANTINE,
                        one.connection(),
                        "More than " + quarantineAbove + " records wait in the quarantine (" + one.quarantined() + ")"
                                + of + "quarantine-list --connection " + one.connection()));
            }
            if (conflictsAbove >= 0 && one.conflicts() > conflictsAbove) {
                conditions.add(Condition.holds(
                        CONFLICTS,
                        one.connection(),
                        "More than " + conflictsAbove + " conflicts wait for a decision (" + one.conflicts() + ")" + of
                                + "conflict-list --connection " + one.connection()));
            }
        }
        return conditions;
    }
}
