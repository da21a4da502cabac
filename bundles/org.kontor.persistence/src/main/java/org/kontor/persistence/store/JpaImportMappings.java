/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.imports.ImportMapping;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.ImportMappingWriter;

/** Remembered mappings of columns, one row for a source and type. */
final class JpaImportMappings implements ImportMappingWriter {
    /** Its violation means that another call has written the same mapping since: the transaction is tried again. */
    static final String TABLE = "import_mapping";

    private final EntityManager em;

    JpaImportMappings(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<ImportMapping> ofSource(UUID scope, String source) {
        return new Sql(
                        "SELECT m.record_type, m.columns_json, m.changed_by, m.changed_at FROM " + TABLE
                                + " m WHERE m.account_id = ? AND m.source = ? ORDER BY m.record_type",
                        scope,
                        source)
                .read(em, row -> mapping(source, row));
    }

    private static ImportMapping mapping(String source, ResultSet row) throws SQLException {
        return new ImportMapping(
                source,
                RecordType.ofKey(row.getString(1)).orElseThrow(),
                Json.texts(row.getString(2)),
                row.getString(3),
                Times.of(row, 4));
    }

    @Override
    public void save(UUID scope, ImportMapping mapping) {
        delete(scope, mapping.source(), mapping.type());
        new Sql(
                        "INSERT INTO " + TABLE
                                + " (account_id, source, record_type, columns_json, changed_by, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        scope,
                        mapping.source(),
                        mapping.type().key(),
                        Json.write(mapping.columns()),
                        mapping.changedBy(),
                        Timestamp.from(mapping.changedAt()))
                .run(em);
    }

    @Override
    public int delete(UUID scope, String source, RecordType type) {
        Sql sql = new Sql("DELETE FROM " + TABLE + " WHERE account_id = ? AND source = ?", scope, source);
        if (type != null) {
            sql.add(" AND record_type = ?", type.key());
        }
        return sql.run(em);
    }
}
