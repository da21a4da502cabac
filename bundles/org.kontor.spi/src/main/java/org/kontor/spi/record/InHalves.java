/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/**
 * Writes rows as a set although the database may refuse one of them: a set that it refuses is tried again in halves, down
 * to the row that it refuses. Stateless.
 */
public final class InHalves {
    /** A person may edit a record at the very moment; the third try meets a quiet one. */
    private static final int ATTEMPTS = 3;

    private static final Set<ErrorCode> OF_THE_SET =
            Set.of(ErrorCode.DATABASE_REFUSED, ErrorCode.CODE_TAKEN, ErrorCode.STALE_VERSION, ErrorCode.BODY_TOO_LARGE);

    private InHalves() {}

    /** What is done with the rows; they are counted from 0. */
    public interface Work<T> {
        /**
         * Writes the rows from the first one to the one before the last, as one transaction.
         *
         * @return a result per row; empty when it is known that these rows have been cut in halves before
         * @throws KontorException when the whole set cannot be written
         */
        Optional<List<T>> write(int from, int to);

        /** Told, before anything of them is written, that these rows are cut in halves. */
        default void cut(int from, int to) {}

        /** Notes that the row cannot be written. */
        T refuse(int row, KontorException refusal);
    }

    /**
     * @return a result per row, in order
     * @throws KontorException what is no refusal of a row; what was written before it stays
     */
    public static <T> List<T> run(int size, Work<T> work) {
        return size == 0 ? work.write(0, 0).orElse(List.of()) : run(0, size, work);
    }

    private static <T> List<T> run(int from, int to, Work<T> work) {
        boolean single = to - from == 1;
        KontorException refusal = null;
        for (int attempt = 0; attempt < (single ? ATTEMPTS : 1); attempt++) {
            try {
                Optional<List<T>> written = work.write(from, to);
                if (written.isPresent()) {
                    return written.get();
                }
            } catch (KontorException e) {
                if (!OF_THE_SET.contains(e.code())) {
                    throw e;
                }
                refusal = e;
            }
        }
        if (single) {
            return List.of(work.refuse(from, refusal));
        }
        if (refusal != null) {
            work.cut(from, to);
        }
        int middle = (from + to) >>> 1;
        List<T> results = new ArrayList<>(run(from, middle, work));
        results.addAll(run(middle, to, work));
        return results;
    }
}
