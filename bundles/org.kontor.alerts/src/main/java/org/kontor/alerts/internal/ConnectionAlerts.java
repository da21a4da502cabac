/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.sync.ConnectionState;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.Connections;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.alert.Condition;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;

/** A connection that failed, or was not read to its end for long. One that a person stopped is left alone. */
@Component(configurationPid = AlertSettings.PID)
public final class ConnectionAlerts implements AlertSource {
    public static final String FAILED = "connection-failed";
    public static final String NO_SUCCESS = "no-success";
    /** A success is noted in the database at most so often. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private static final CallContext SELF = CallContext.of(
            new Actor(
                    UUID.nameUUIDFromBytes("alerts".getBytes(StandardCharsets.UTF_8)),
                    "alerts",
                    Account.OPERATOR,
                    Set.of(Role.READ_ONLY)),
            Source.SYSTEM);

    private final Connections connections;
    private final UnitOfWork unitOfWork;
    private final boolean failed;
    private final Duration longest;
    /** When each was read to its end last; or, for one that never was, when it was seen first. Null until it is read. */
    private Map<String, Instant> successes;

    @Activate
    public ConnectionAlerts(
            @Reference Connections connections, @Reference UnitOfWork unitOfWork, AlertSettings settings) {
        this.connections = connections;
        this.unitOfWork = unitOfWork;
        this.failed = settings.connectionFailed();
        this.longest = Duration.ofHours(Math.max(0, settings.noSuccessHours()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FAILED, NO_SUCCESS);
    }

    @Override
    public Collection<Condition> conditions() {
        return conditions(Ids.now());
    }

    public synchronized Collection<Condition> conditions(Instant now) {
        if (successes == null) {
            successes = new HashMap<>(
                    unitOfWork.read(transaction -> transaction.alerts().successes()));
        }
        List<Condition> conditions = new ArrayList<>();
        for (ConnectionStatus status : connections.list(SELF)) {
            look(status, now, conditions);
        }
        return conditions;
    }

    private void look(ConnectionStatus status, Instant now, List<Condition> conditions) {
        String name = status.name();
        if (status.state() == ConnectionState.STARTING) {
            conditions.add(Condition.unknown(FAILED, name));
            conditions.add(Condition.unknown(NO_SUCCESS, name));
            return;
        }
        if (failed && status.state() == ConnectionState.FAILED) {
            conditions.add(Condition.holds(
                    FAILED,
                    name,
                    "The connection '" + name + "' failed: " + status.message() + " Look: kontor:connection-check "
                            + name));
        }
        if (longest.isZero() || status.state() == ConnectionState.STOPPED) {
            return;
        }
        Instant last = lastSuccess(status, now);
        if (last != null && now.isAfter(last.plus(longest))) {
            conditions.add(Condition.holds(
                    NO_SUCCESS,
                    name,
                    "The connection '" + name + "' was not read to its end for more than " + longest.toHours()
                            + " hours, since " + last + ". It is " + status.state()
                            + (status.message() == null ? "" : ": " + status.message())
                            + " Look: kontor:connection-check " + name));
        }
    }

    /** Null for one that nobody expects to read by itself: it neither did so ever, nor is anything wrong with it. */
    private Instant lastSuccess(ConnectionStatus status, Instant now) {
        Instant noted = successes.get(status.name());
        Instant told = status.lastSuccess();
        boolean wrong = status.state() == ConnectionState.FAILED || status.state() == ConnectionState.WAITING;
        if (told != null && (noted == null || told.isAfter(noted.plus(NOTED)))) {
            note(status.name(), told);
            return told;
        }
        if (noted == null && wrong) {
            note(status.name(), now);
            return now;
        }
        return told != null && told.isAfter(noted) ? told : noted;
    }

    private void note(String connection, Instant at) {
        unitOfWork.write(SELF, transaction -> {
            transaction.alerts().saveSuccess(connection, at);
            return null;
        });
        successes.put(connection, at);
    }
}
