/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.Braked;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.RemoteKeys;

/** Asks page by page, remembers what is missing, and takes leave of it in the end, when the brake has seen it all. */
@Component
public final class KeySweepEngine implements KeySweep {
    /** Of a transaction. */
    private static final int STEP = 500;

    private final UnitOfWork unitOfWork;
    private final Synchronisation inbound;
    private final RecordWriter writer;

    @Activate
    public KeySweepEngine(
            @Reference UnitOfWork unitOfWork, @Reference Synchronisation inbound, @Reference RecordWriter writer) {
        this.unitOfWork = unitOfWork;
        this.inbound = inbound;
        this.writer = writer;
    }

    @Override
    public int sweep(
            String connection,
            Supplier<UUID> run,
            RemoteKeys remote,
            DeleteRule rule,
            Brake brake,
            BooleanSupplier stopped) {
        List<String> missing = missing(unitOfWork, connection, remote, stopped);
        if (stopped.getAsBoolean()) {
            return 0;
        }
        RecordType type = remote.type();
        Optional<Braked> before =
                unitOfWork.read(transaction -> BrakeCheck.before(transaction, connection, type, true));
        if (missing.isEmpty()) {
            if (before.isPresent()) {
                passed(inbound.caller(connection), connection, type);
            }
            return 0;
        }
        if (before.isPresent()
                && before.get().releasedAt() == null
                && before.get().archives() == missing.size()) {
            return 0; // it was told, and waits for a person
        }
        CallContext context = SynchronisationEngine.through(
                inbound.caller(connection), connection, run.get().toString());
        BrakeCheck.noted(
                unitOfWork,
                connection,
                () -> unitOfWork.write(context, transaction -> {
                    BrakeCheck.check(transaction, connection, type, missing.size(), brake, true);
                    return null;
                }));
        for (int from = 0; from < missing.size(); from += STEP) {
            List<String> step = missing.subList(from, Math.min(from + STEP, missing.size()));
            unitOfWork.write(context, transaction -> {
                List<ItemResult> results = new Departure(context, transaction, writer, connection, type, rule).of(step);
                SynchronisationEngine.note(transaction, run.get(), type, results);
                return null;
            });
        }
        if (before.isPresent()) {
            passed(context, connection, type);
        }
        return missing.size();
    }

    private void passed(CallContext context, String connection, RecordType type) {
        unitOfWork.write(context, transaction -> {
            transaction.brakes().forgetSweep(connection, type);
            return null;
        });
    }

    @Override
    public Optional<String> held(String connection) {
        List<String> held = unitOfWork.read(transaction -> transaction.brakes().of(connection, true)).stream()
                .filter(one -> one.releasedAt() == null)
                .map(one -> "The run would archive at least " + one.archives() + " of " + one.known()
                        + " records of type " + one.type().key() + ".")
                .toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", held) + " If that is meant: kontor:connection-release " + connection);
    }

    /** Records that we know and that are not there any more. */
    static List<String> missing(UnitOfWork unitOfWork, String connection, RemoteKeys remote, BooleanSupplier stopped) {
        List<String> missing = new ArrayList<>();
        String after = "";
        while (!stopped.getAsBoolean()) {
            String from = after;
            List<String> page = unitOfWork.read(
                    transaction -> transaction.sync().externalIds(connection, remote.type(), from, PAGE));
            if (page.isEmpty()) {
                break;
            }
            Set<String> there = remote.present(page);
            page.stream().filter(id -> !there.contains(id)).forEach(missing::add);
            after = page.get(page.size() - 1);
        }
        return missing;
    }
}
