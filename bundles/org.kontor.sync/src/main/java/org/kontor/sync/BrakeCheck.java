/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.Braked;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Stops a run that would archive too much, unless a person let it (requirement S8). */
final class BrakeCheck {
    private BrakeCheck() {}

    /** Thrown through the transaction, so that nothing of it is written. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Braked braked;
        private final transient Brake brake;
        private final boolean sweep;

        Stopped(Braked braked, Brake brake, boolean sweep) {
            super(null, null, false, false);
            this.braked = braked;
            this.brake = brake;
            this.sweep = sweep;
        }

        KontorException told() {
            return new KontorException(ErrorCode.BRAKED, text(braked, brake));
        }
    }

    private static String text(Braked braked, Brake brake) {
        return String.format(
                Locale.ROOT,
                "The run would archive at least %d of %d records of type %s, more than %d and %.0f %%."
                        + " If that is meant: kontor:connection-release %s",
                braked.archives(),
                braked.known(),
                braked.type().key(),
                brake.number(),
                brake.share() * 100,
                braked.connection());
    }

    /**
     * @param archives how many the run archives, with those that it archived before; at least one
     * @param sweep whether it is a look for what is not there any more, which sees all of it at once; else a reading
     * @throws RuntimeException for {@link #noted}
     */
    static void check(
            WriteTransaction transaction,
            String connection,
            RecordType type,
            long archives,
            Brake brake,
            boolean sweep) {
        Optional<Braked> stopped = stopped(transaction, connection, type, archives, brake, sweep);
        if (stopped.isPresent()) {
            throw new Stopped(stopped.get(), brake, sweep);
        }
    }

    /** What is to be told of a run that would be stopped; empty for one that would not be. */
    static Optional<String> wouldStop(
            ReadTransaction transaction,
            String connection,
            RecordType type,
            long archives,
            Brake brake,
            boolean sweep) {
        return stopped(transaction, connection, type, archives, brake, sweep).map(one -> text(one, brake));
    }

    private static Optional<Braked> stopped(
            ReadTransaction transaction,
            String connection,
            RecordType type,
            long archives,
            Brake brake,
            boolean sweep) {
        if (transaction.brakes().of(connection).stream()
                .anyMatch(one -> one.type() == type && one.releasedAt() != null)) {
            return Optional.empty();
        }
        Optional<Braked> before = before(transaction, connection, type, sweep);
        // what was stopped stays so: its rest must not go through in one run after another
        if (before.isEmpty() && archives <= brake.number()) {
            return Optional.empty(); // without counting what there is
        }
        long known = transaction.sync().countLinks(connection, type);
        if (before.isEmpty() && !brake.stops(archives, known)) {
            return Optional.empty();
        }
        long most = sweep
                ? archives
                : Math.max(archives, before.map(Braked::archives).orElse(0L));
        return Optional.of(new Braked(connection, type, Ids.now(), most, known, null, null));
    }

    /** What was stopped last. */
    static Optional<Braked> before(ReadTransaction transaction, String connection, RecordType type, boolean sweep) {
        return transaction.brakes().of(connection, sweep).stream()
                .filter(one -> one.type() == type)
                .findFirst();
    }

    /**
     * Does the work, and notes it when it was stopped.
     *
     * @throws KontorException {@code braked}
     */
    static <T> T noted(UnitOfWork unitOfWork, String connection, Supplier<T> work) {
        try {
            return work.get();
        } catch (Stopped stopped) {
            unitOfWork.write(SynchronisationEngine.context(connection), transaction -> {
                transaction.brakes().put(stopped.braked, stopped.sweep);
                return null;
            });
            throw stopped.told();
        }
    }
}
