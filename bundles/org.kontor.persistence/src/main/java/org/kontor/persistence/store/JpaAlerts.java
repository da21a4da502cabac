/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.alert.Alert;
import org.kontor.spi.store.AlertWriter;

/** Alerts and their messages. */
final class JpaAlerts implements AlertWriter {
    /** A violation means that another node has noted the same since: the transaction is tried again. */
    static final String TABLE = "alert_condition";

    static final String SUCCESSES = "alert_success";
    private static final int LONGEST_ERROR = 900;
    private static final int LONGEST_MESSAGE = 1000;

    private static final String ALERT = "a.id, a.kind, a.subject, a.message, a.since, a.ended";
    private static final String DELIVERY =
            "d.id, d.channel, d.tells_end, d.state, d.attempts, d.next_try, d.error, d.alert_id";

    private final EntityManager em;

    JpaAlerts(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Alert> list(boolean all, int limit) {
        List<Alert> bare = new Sql("SELECT " + ALERT + " FROM " + TABLE + " a WHERE 1 = 1"
                        + (all ? "" : " AND a.ended IS NULL") + " ORDER BY a.id DESC LIMIT " + limit)
                .read(em, row -> alert(row, List.of()));
        Map<UUID, List<Alert.Delivery>> deliveries = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(bare.stream().map(Alert::id).toList())) {
            new Sql("SELECT " + DELIVERY + " FROM alert_delivery d WHERE ")
                    .in("d.alert_id", chunk)
                    .add(" ORDER BY d.id")
                    .read(em, row -> deliveries
                            .computeIfAbsent(row.getObject(8, UUID.class), id -> new ArrayList<>())
                            .add(delivery(row, 1)));
        }
        return bare.stream()
                .map(one -> new Alert(
                        one.id(),
                        one.kind(),
                        one.subject(),
                        one.message(),
                        one.since(),
                        one.ended(),
                        deliveries.getOrDefault(one.id(), List.of())))
                .toList();
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return new Sql(
                        "SELECT " + ALERT + ", " + DELIVERY + " FROM alert_delivery d JOIN " + TABLE
                                + " a ON a.id = d.alert_id WHERE d.state = 'WAITING' AND d.next_try <= ?"
                                + " AND (d.tells_end = FALSE OR NOT EXISTS (SELECT 1 FROM alert_delivery b"
                                + " WHERE b.alert_id = d.alert_id AND b.channel = d.channel AND b.tells_end = FALSE"
                                + " AND b.state IN ('WAITING', 'SENDING'))) ORDER BY d.id LIMIT " + limit,
                        Timestamp.from(now))
                .read(em, row -> {
                    Alert.Delivery delivery = delivery(row, 7);
                    return new Due(alert(row, List.of(delivery)), delivery);
                });
    }

    private static Alert alert(ResultSet row, List<Alert.Delivery> deliveries) throws SQLException {
        return new Alert(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Times.of(row, 5),
                Times.of(row, 6),
                deliveries);
    }

    private static Alert.Delivery delivery(ResultSet row, int from) throws SQLException {
        return new Alert.Delivery(
                row.getObject(from, UUID.class),
                row.getString(from + 1),
                row.getBoolean(from + 2),
                Alert.State.valueOf(row.getString(from + 3)),
                row.getInt(from + 4),
                Times.of(row, from + 5),
                row.getString(from + 6));
    }

    @Override
    public List<Waiting> waiting() {
        Map<String, long[]> counts = new TreeMap<>();
        count("sync_quarantine", 0, counts);
        count("sync_conflict", 1, counts);
        return counts.entrySet().stream()
                .map(one -> new Waiting(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .toList();
    }

    private void count(String table, int place, Map<String, long[]> counts) {
        new Sql("SELECT w.connection, COUNT(*) FROM " + table + " w GROUP BY w.connection")
                .read(em, row -> counts.computeIfAbsent(row.getString(1), name -> new long[2])[place] = row.getLong(2));
    }

    @Override
    public Map<String, Instant> successes() {
        Map<String, Instant> successes = new HashMap<>();
        new Sql("SELECT s.connection, s.at FROM " + SUCCESSES + " s")
                .read(em, row -> successes.put(row.getString(1), Times.of(row, 2)));
        return successes;
    }

    @Override
    public void open(Alert alert) {
        String key = alert.kind() + " " + alert.subject();
        boolean there = !new Sql("SELECT a.id FROM " + TABLE + " a WHERE a.open_key = ?", key)
                .read(em, row -> row.getString(1))
                .isEmpty();
        if (there) {
            return;
        }
        new Sql(
                        "INSERT INTO " + TABLE
                                + " (id, kind, subject, message, since, open_key) VALUES (?, ?, ?, ?, ?, ?)",
                        alert.id(),
                        alert.kind(),
                        alert.subject(),
                        Texts.shorten(Texts.storable(alert.message()), LONGEST_MESSAGE),
                        Timestamp.from(alert.since()),
                        key)
                .run(em);
        insert(alert.id(), alert.deliveries());
    }

    private void insert(UUID alert, List<Alert.Delivery> deliveries) {
        for (Alert.Delivery delivery : deliveries) {
            new Sql(
                            "INSERT INTO alert_delivery (id, alert_id, channel, tells_end, state, attempts, next_try)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            delivery.id(),
                            alert,
                            delivery.channel(),
                            delivery.end(),
                            delivery.state().name(),
                            delivery.attempts(),
                            Timestamp.from(delivery.next()))
                    .run(em);
        }
    }

    @Override
    public void end(UUID id, Instant at, List<Alert.Delivery> deliveries) {
        int ended = new Sql(
                        "UPDATE " + TABLE + " SET ended = ?, open_key = NULL WHERE id = ? AND ended IS NULL",
                        Timestamp.from(at),
                        id)
                .run(em);
        if (ended > 0) {
            insert(id, deliveries);
        }
    }

    @Override
    public boolean claim(UUID delivery, Instant at) {
        return new Sql(
                                "UPDATE alert_delivery SET state = 'SENDING', claimed_at = ? WHERE id = ? AND state = 'WAITING'",
                                Timestamp.from(at),
                                delivery)
                        .run(em)
                > 0;
    }

    @Override
    public void settle(Alert.Delivery delivery) {
        Sql sql = new Sql(
                "UPDATE alert_delivery SET state = ?, attempts = ?, error = ?",
                delivery.state().name(),
                delivery.attempts(),
                delivery.error() == null ? "" : Texts.shorten(Texts.storable(delivery.error()), LONGEST_ERROR));
        if (delivery.next() != null) {
            sql.add(", next_try = ?", Timestamp.from(delivery.next()));
        }
        sql.add(" WHERE id = ?", delivery.id()).run(em);
    }

    @Override
    public int dropClaimed(Instant before, String reason) {
        return new Sql(
                        "UPDATE alert_delivery SET state = 'DROPPED', error = ? WHERE state = 'SENDING' AND claimed_at < ?",
                        reason,
                        Timestamp.from(before))
                .run(em);
    }

    @Override
    public void forget(Instant before) {
        Timestamp moment = Timestamp.from(before);
        new Sql(
                        "DELETE FROM alert_delivery WHERE alert_id IN (SELECT a.id FROM " + TABLE
                                + " a WHERE a.ended < ?)",
                        moment)
                .run(em);
        new Sql("DELETE FROM " + TABLE + " WHERE ended < ?", moment).run(em);
    }

    @Override
    public void saveSuccess(String connection, Instant at) {
        int there = new Sql("UPDATE " + SUCCESSES + " SET at = ? WHERE connection = ?", Timestamp.from(at), connection)
                .run(em);
        if (there == 0) {
            new Sql("INSERT INTO " + SUCCESSES + " (connection, at) VALUES (?, ?)", connection, Timestamp.from(at))
                    .run(em);
        }
    }
}
