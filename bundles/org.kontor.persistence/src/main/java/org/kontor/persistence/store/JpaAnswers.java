/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.call.RequestKey;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.Answers;
import org.kontor.spi.store.Ids;

/** Remembered answers, keyed by actor and request key; the key's row is the lock between two that race. */
final class JpaAnswers implements Answers {
    /** Its violation means that another call has claimed the key since we looked: the transaction is tried again. */
    static final String TABLE = "idempotent_answer";

    private final EntityManager em;

    JpaAnswers(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<String> claim(UUID actor, RequestKey request) {
        Timestamp forgotten = Timestamp.from(Instant.now().minus(KEPT));
        List<String[]> found = new Sql(
                        "SELECT a.digest, a.answer FROM " + TABLE
                                + " a WHERE a.actor_id = ? AND a.request_key = ? AND a.at >= ?",
                        actor,
                        request.key(),
                        forgotten)
                .read(em, row -> new String[] {row.getString(1), row.getString(2)});
        if (found.isEmpty()) {
            // only what is forgotten: since we looked, another call may have committed its claim
            new Sql(
                            "DELETE FROM " + TABLE + " WHERE actor_id = ? AND request_key = ? AND at < ?",
                            actor,
                            request.key(),
                            forgotten)
                    .run(em);
            new Sql(
                            "INSERT INTO " + TABLE + " (actor_id, request_key, digest, at) VALUES (?, ?, ?, ?)",
                            actor,
                            request.key(),
                            request.digest(),
                            Timestamp.from(Ids.now()))
                    .run(em);
            return Optional.empty();
        }
        String[] digestAndAnswer = found.get(0);
        if (!request.digest().equals(digestAndAnswer[0])) {
            throw new KontorException(
                    ErrorCode.IDEMPOTENCY_CONFLICT,
                    "The key '" + request.key() + "' was used for another request. Use a new key for a new request.");
        }
        return Optional.of(digestAndAnswer[1]);
    }

    @Override
    public void remember(UUID actor, RequestKey request, String answer) {
        if (answer.length() > MAX_LENGTH) {
            throw new KontorException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The answer is too long to be remembered under a key. Send the request in smaller parts.");
        }
        new Sql(
                        "UPDATE " + TABLE + " SET answer = ? WHERE actor_id = ? AND request_key = ?",
                        answer,
                        actor,
                        request.key())
                .run(em);
    }

    @Override
    public int forget(Instant before) {
        return new Sql("DELETE FROM " + TABLE + " WHERE at < ?", Timestamp.from(before)).run(em);
    }
}
