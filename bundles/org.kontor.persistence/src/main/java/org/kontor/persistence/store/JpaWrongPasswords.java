/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.spi.store.WrongPasswordWriter;
import org.kontor.spi.store.WrongPasswords;

/** Counts of wrong passwords, one row for each subject. */
final class JpaWrongPasswords implements WrongPasswordWriter {
    /** Its violation means that another call has counted the first one of the same since: the transaction is tried again. */
    static final String TABLE = "wrong_password";

    private final EntityManager em;

    JpaWrongPasswords(EntityManager em) {
        this.em = em;
    }

    @Override
    public Map<UUID, WrongPasswords> of(Collection<UUID> subjects) {
        Map<UUID, WrongPasswords> found = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(subjects)) {
            new Sql("SELECT w.subject, w.in_a_row, w.last_at FROM " + TABLE + " w WHERE ")
                    .in("w.subject", chunk)
                    .read(
                            em,
                            row -> found.put(
                                    row.getObject(1, UUID.class),
                                    new WrongPasswords(
                                            row.getInt(2),
                                            row.getObject(3, OffsetDateTime.class)
                                                    .toInstant())));
        }
        return found;
    }

    @Override
    public void add(UUID subject, Instant at, Instant inARowSince) {
        Timestamp now = Timestamp.from(at);
        int counted = new Sql(
                        "UPDATE " + TABLE
                                + " SET in_a_row = CASE WHEN last_at < ? THEN 1 ELSE in_a_row + 1 END, last_at = ?"
                                + " WHERE subject = ?",
                        Timestamp.from(inARowSince),
                        now,
                        subject)
                .run(em);
        if (counted == 0) {
            new Sql("INSERT INTO " + TABLE + " (subject, in_a_row, last_at) VALUES (?, 1, ?)", subject, now).run(em);
        }
    }

    @Override
    public void forget(UUID subject) {
        new Sql("DELETE FROM " + TABLE + " WHERE subject = ?", subject).run(em);
    }
}
