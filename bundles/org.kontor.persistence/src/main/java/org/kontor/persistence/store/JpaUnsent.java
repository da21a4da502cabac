/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.UnsentQuery;
import org.kontor.api.sync.UnsentRecord;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnsentWriter;

/** What external systems did not take: the refused rows of what is to be sent, and of what is to be deleted there. */
final class JpaUnsent implements UnsentWriter {
    private static final String CODE = RecordType.SYNCHRONISED.stream()
            .map(type -> "(SELECT r.code FROM " + type.key() + " r WHERE r.id = u.record_id)")
            .collect(Collectors.joining(", ", "COALESCE(", ")"));
    private static final String KNOWN_AS =
            "(SELECT MIN(x.external_id) FROM cross_reference x WHERE x.record_id = u.record_id"
                    + " AND x.connection = u.connection AND x.record_type = u.record_type AND NOT x.gone)";
    private static final String RECORDS = "SELECT u.id, u.connection, u.record_type, u.record_id, " + CODE + ", "
            + KNOWN_AS + ", FALSE, u.error, u.message, u.violations, u.since, u.tried, u.attempts FROM sync_pending u";
    private static final String DELETIONS =
            "SELECT u.id, u.connection, u.record_type, u.record_id, u.code, u.external_id,"
                    + " TRUE, u.error, u.message, u.violations, u.refused_first, u.refused_last, u.attempts FROM sync_deletion u";
    private static final String REFUSED = " WHERE u.state = 'REFUSED'";

    private final EntityManager em;

    JpaUnsent(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<UnsentRecord> list(UnsentQuery query, UUID after, int limit) {
        List<UnsentRecord> found = new ArrayList<>(page(RECORDS, query, after, limit));
        found.addAll(page(DELETIONS, query, after, limit));
        // the order of the database: that of UUID.compareTo is another one
        found.sort((one, other) -> one.id().toString().compareTo(other.id().toString()));
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private List<UnsentRecord> page(String select, UnsentQuery query, UUID after, int limit) {
        Sql sql = filter(new Sql(select + REFUSED), query);
        if (after != null) {
            sql.add(" AND u.id > ?", after);
        }
        return sql.add(" ORDER BY u.id LIMIT " + limit).read(em, JpaUnsent::unsent);
    }

    private static Sql filter(Sql sql, UnsentQuery query) {
        return sql.where("u.connection", query.connection())
                .where(
                        "u.record_type",
                        query.type() == null ? null : query.type().key())
                .where("u.record_id", query.recordId())
                .where("u.error", query.error());
    }

    private static UnsentRecord unsent(ResultSet row) throws SQLException {
        return new UnsentRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                RecordType.ofKey(row.getString(3)).orElseThrow(),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                Json.violations(row.getString(10)),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getLong(13));
    }

    @Override
    public long retry(Collection<UUID> ids) {
        long number = 0;
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(ids))) {
            number += records().add(" AND ").in("u.id", chunk).run(em);
            number += deletions().add(" AND ").in("u.id", chunk).run(em);
        }
        return number;
    }

    @Override
    public long retry(UnsentQuery query) {
        return filter(records(), query).run(em) + filter(deletions(), query).run(em);
    }

    /** One stamp for all of them will do: it only has to be another one than each row had. */
    private static Sql records() {
        return new Sql(
                "UPDATE sync_pending u SET state = 'AGAIN', stamp = ?, tried = ?" + REFUSED,
                Ids.next(),
                Timestamp.from(Ids.now()));
    }

    private static Sql deletions() {
        return new Sql("UPDATE sync_deletion u SET state = 'DUE'" + REFUSED);
    }
}
