/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.util.OptionalLong;

import javax.persistence.EntityManager;

import org.kontor.spi.store.FeedPositionWriter;
import org.kontor.spi.store.Ids;

/** Positions of consumers of the feed, one row each. */
final class JpaFeedPositions implements FeedPositionWriter {
    /** Its violation means that another call has added the same consumer since: the transaction is tried again. */
    static final String TABLE = "feed_consumer";

    private final EntityManager em;

    JpaFeedPositions(EntityManager em) {
        this.em = em;
    }

    @Override
    public OptionalLong position(String consumer) {
        return new Sql("SELECT c.position FROM " + TABLE + " c WHERE c.consumer = ?", checked(consumer))
                .read(em, row -> row.getLong(1)).stream()
                        .mapToLong(Long::longValue)
                        .findFirst();
    }

    @Override
    public boolean move(String consumer, long position) {
        if (update(consumer, position, " AND position < ?", position)) {
            return true;
        }
        if (position(consumer).isPresent()) {
            return false;
        }
        insert(consumer, position);
        return true;
    }

    @Override
    public void reset(String consumer, long position) {
        if (!update(consumer, position, "")) {
            insert(consumer, position);
        }
    }

    private boolean update(String consumer, long position, String condition, Object... values) {
        return new Sql(
                                "UPDATE " + TABLE + " SET position = ?, moved_at = ? WHERE consumer = ?",
                                checked(position),
                                Timestamp.from(Ids.now()),
                                checked(consumer))
                        .add(condition, values)
                        .run(em)
                > 0;
    }

    private void insert(String consumer, long position) {
        new Sql(
                        "INSERT INTO " + TABLE + " (consumer, position, moved_at) VALUES (?, ?, ?)",
                        consumer,
                        position,
                        Timestamp.from(Ids.now()))
                .run(em);
    }

    @Override
    public void forget(String consumer) {
        new Sql("DELETE FROM " + TABLE + " WHERE consumer = ?", checked(consumer)).run(em);
    }

    private static String checked(String consumer) {
        if (consumer.isBlank() || consumer.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "The name of a consumer has 1 to " + MAX_NAME + " characters: " + consumer);
        }
        return consumer;
    }

    private static long checked(long position) {
        if (position < 0) {
            throw new IllegalArgumentException("A position is 0 or more, not " + position);
        }
        return position;
    }
}
