/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/** What a failure of the database means, read from its SQLState (ISO 9075; H2's and PostgreSQL's lists). Stateless. */
final class DatabaseErrors {
    /** Deadlock, serialisation failure, lock not to be had; H2's own for the same. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** Tables with one row for each key, which two may be about to add at once: whoever comes second finds it when it tries again. */
    private static final List<String> CLAIMED = List.of(
            JpaAnswers.TABLE,
            JpaImportMappings.TABLE,
            JpaFeedPositions.TABLE,
            JpaDesk.RULES,
            JpaSync.CALLS,
            JpaDrift.PLANS,
            JpaAlerts.TABLE,
            JpaAlerts.SUCCESSES,
            JpaWrongPasswords.TABLE,
            JpaBlobs.TABLE,
            "sync_pending",
            "sync_deletion",
            "sync_brake",
            "sync_quarantine");

    /** What keeps the codes of records unique. */
    private static final List<String> CODES = List.of("customer_code", "location_code", "account_code");

    private DatabaseErrors() {}

    /** Whether it may go well when tried again. */
    static boolean passing(PersistenceException failure) {
        SQLException cause = cause(failure);
        return cause != null && (PASSING.contains(String.valueOf(cause.getSQLState())) || isClaimedMeanwhile(cause));
    }

    private static boolean isClaimedMeanwhile(SQLException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return "23505".equals(cause.getSQLState()) && CLAIMED.stream().anyMatch(text::contains);
    }

    /** The refusal that tells the caller, or the failure itself when it is not the caller's doing. */
    static RuntimeException translate(PersistenceException failure) {
        if (contains(failure, OptimisticLockException.class)
                || contains(failure, org.eclipse.persistence.exceptions.OptimisticLockException.class)) {
            return new KontorException(ErrorCode.STALE_VERSION, "The record was changed meanwhile. Read it again.");
        }
        SQLException cause = cause(failure);
        if (cause == null) {
            return failure;
        }
        String state = String.valueOf(cause.getSQLState());
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (state.equals("23505") && CODES.stream().anyMatch(text::contains)) {
            return new KontorException(ErrorCode.CODE_TAKEN, "The code is in use by another record.");
        }
        if (state.equals("23505") && text.contains("person_login")) {
            return KontorException.invalid("login", "taken", "Is in use by another person.", null);
        }
        if (state.equals("23505") && text.contains("person_email")) {
            return KontorException.invalid("email", "taken", "Is in use by another person.", null);
        }
        if (state.equals("23505") && text.contains("sign_up_page_name")) {
            return KontorException.invalid("name", "taken", "Is the name of another sign-up page.", null);
        }
        if (state.startsWith("23") || state.startsWith("22")) {
            return new KontorException(
                    ErrorCode.DATABASE_REFUSED, "The database refused the record (SQLState " + state + ").");
        }
        if (cause instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("90067")) {
            return new KontorException(ErrorCode.UNAVAILABLE, "The database does not answer. Try again later.");
        }
        return failure;
    }

    private static boolean contains(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static SQLException cause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                // A failed batch hides the reason behind it.
                while (sql.getNextException() != null) {
                    sql = sql.getNextException();
                }
                return sql;
            }
        }
        return null;
    }
}
