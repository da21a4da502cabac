/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import javax.persistence.EntityManager;

import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.sessions.Session;

/** Where H2 and PostgreSQL do not speak the same SQL. */
enum Dialect {
    H2 {
        @Override
        String nextNumbers(String sequence, int count) {
            return "SELECT NEXT VALUE FOR " + sequence + " FROM SYSTEM_RANGE(1, " + count + ")";
        }

        @Override
        boolean locksWhatIsReferredTo() {
            return false;
        }

        @Override
        boolean plansArraysWell() {
            return false;
        }

        @Override
        String keeps() {
            return "FOR UPDATE";
        }

        @Override
        String changes() {
            return "FOR UPDATE";
        }
    },
    POSTGRESQL {
        @Override
        String nextNumbers(String sequence, int count) {
            return "SELECT nextval('" + sequence + "') FROM generate_series(1, " + count + ")";
        }

        @Override
        boolean locksWhatIsReferredTo() {
            return true;
        }

        @Override
        boolean plansArraysWell() {
            return true;
        }

        @Override
        String keeps() {
            return "FOR SHARE";
        }

        @Override
        String changes() {
            return "FOR NO KEY UPDATE";
        }
    };

    /** A query for the next numbers of a sequence, one a row. */
    abstract String nextNumbers(String sequence, int count);

    /** Whether a foreign key keeps its target from a deletion that is not yet committed. */
    abstract boolean locksWhatIsReferredTo();

    /** Whether a set is better given as one array: the statement is then the same for sets of every size. */
    abstract boolean plansArraysWell();

    /** What ends a query whose rows are to stay as they are until the end of the transaction. */
    abstract String keeps();

    /** What ends a query whose rows nobody else is to change or keep, but may refer to, until the end of the transaction. */
    abstract String changes();

    static Dialect of(EntityManager em) {
        return em.unwrap(Session.class).getPlatform() instanceof PostgreSQLPlatform ? POSTGRESQL : H2;
    }
}
