/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.content.ContentFile;
import org.kontor.api.content.ContentForm;
import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;
import org.kontor.api.content.ContentQuery.Sort;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Stamp;
import org.kontor.spi.record.ContentChanges;
import org.kontor.spi.store.ContentChange;
import org.kontor.spi.store.ContentPosition;
import org.kontor.spi.store.ContentWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.text.TextKeys;

/** Finds and writes content items. */
final class JpaContent implements ContentWriter {
    private static final String COLUMNS = "i.id, i.kind, i.name, i.description, i.form, i.link, i.file_name,"
            + " i.media_type, i.file_size, i.sha256, i.version, i.created_at, i.created_by, i.created_through,"
            + " i.changed_at, i.changed_by, i.changed_through";
    private static final int BODY = 18;
    private static final String WHOLE = "SELECT " + COLUMNS + ", i.body FROM content_item i WHERE i.account_id = ?";
    /** H2 must be told what stands between columns. */
    private static final String COPY = "INSERT INTO content_item (id, account_id, kind, name, name_key, description,"
            + " form, body, link, file_name, media_type, file_size, sha256, version, created_at, created_by,"
            + " created_through, changed_at, changed_by, changed_through) SELECT CAST(? AS UUID), CAST(? AS UUID),"
            + " i.kind, i.name, i.name_key, i.description, i.form, i.body, i.link, i.file_name, i.media_type,"
            + " i.file_size, i.sha256, 1, CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS VARCHAR(254)),"
            + " CAST(? AS VARCHAR(100)), CAST(? AS TIMESTAMP(6) WITH TIME ZONE), CAST(? AS VARCHAR(254)),"
            + " CAST(? AS VARCHAR(100)) FROM content_item i WHERE i.id = ?";

    private final EntityManager em;
    private final JournalWriter journal;
    private final JpaBlobs blobs;

    JpaContent(EntityManager em, JournalWriter journal) {
        this.em = em;
        this.journal = journal;
        this.blobs = new JpaBlobs(em);
    }

    @Override
    public Optional<ContentItem> byId(UUID account, UUID id) {
        return whole(new Sql(WHOLE + " AND i.id = ?", account, id));
    }

    @Override
    public Optional<ContentItem> locked(UUID account, UUID id) {
        return whole(new Sql(WHOLE + " AND i.id = ? FOR UPDATE", account, id));
    }

    private Optional<ContentItem> whole(Sql sql) {
        return sql.read(em, row -> item(row, row.getString(BODY))).stream().findFirst();
    }

    @Override
    public List<ContentItem> list(UUID account, ContentQuery query, ContentPosition after, int limit) {
        boolean byName = query.sort() == Sort.NAME;
        String key = byName ? "i.name_key" : "i.changed_at";
        Sql sql = new Sql("SELECT " + COLUMNS + " FROM content_item i WHERE i.account_id = ?", account)
                .where("i.kind", query.kind());
        if (query.text() != null) {
            sql.add(" AND i.name_key LIKE ? ESCAPE '!'", Texts.part(TextKeys.sortKey(query.text())));
        }
        if (after != null) {
            sql.add(
                    " AND (" + key + ", i.id) " + (query.descending() ? "<" : ">") + " (?, ?)",
                    byName ? after.key() : time(after.moment()),
                    after.id());
        }
        String way = query.descending() ? " DESC" : "";
        return sql.add(" ORDER BY " + key + way + ", i.id" + way + " LIMIT " + limit)
                .read(em, row -> item(row, null));
    }

    @Override
    public int count(UUID account, Set<String> kinds) {
        return kinds.isEmpty()
                ? 0
                : new Sql("SELECT count(*) FROM content_item i WHERE i.account_id = ? AND ", account)
                        .in("i.kind", kinds)
                        .read(em, row -> row.getInt(1))
                        .get(0);
    }

    @Override
    public Optional<byte[]> chunk(String sha256, int n) {
        return blobs.chunk(sha256, n);
    }

    @Override
    public void keep(ContentFile file, Path bytes) {
        blobs.keep(file, bytes);
    }

    /** @throws KontorException {@code stale_version} */
    void save(ContentChange change) {
        if (change.before() == null) {
            insert(change.account(), change.after());
        } else if (change.after() == null) {
            met(new Sql(
                    "DELETE FROM content_item WHERE id = ? AND version = ?",
                    change.before().id(),
                    change.before().version()));
        } else {
            update(change.before(), change.after());
        }
        String left = sha256(change.before());
        if (left != null && !left.equals(sha256(change.after()))) {
            blobs.release(left);
        }
    }

    private static String sha256(ContentItem item) {
        return item == null || item.file() == null ? null : item.file().sha256();
    }

    private void insert(UUID account, ContentItem item) {
        Batch one = new Batch("INSERT INTO content_item (kind, name, name_key, description, form, body, link,"
                + " file_name, media_type, file_size, sha256, version, changed_at, changed_by, changed_through, id,"
                + " account_id, created_at, created_by, created_through)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        List<Object> row = values(item);
        row.addAll(List.of(
                item.id(),
                account,
                time(item.created().at()),
                item.created().by(),
                item.created().through()));
        one.add(row.toArray());
        one.run(em);
    }

    private void update(ContentItem before, ContentItem after) {
        Batch one = new Batch("UPDATE content_item SET kind = ?, name = ?, name_key = ?, description = ?, form = ?,"
                + " body = ?, link = ?, file_name = ?, media_type = ?, file_size = ?, sha256 = ?, version = ?,"
                + " changed_at = ?, changed_by = ?, changed_through = ? WHERE id = ? AND version = ?");
        List<Object> row = values(after);
        row.add(before.id());
        row.add(before.version());
        one.add(row.toArray());
        requireMet(one.run(em));
    }

    private void met(Sql sql) {
        requireMet(sql.run(em));
    }

    private static void requireMet(int rows) {
        if (rows == 0) {
            throw new KontorException(
                    ErrorCode.STALE_VERSION, "The content item was changed meanwhile. Read it again.");
        }
    }

    /** What both insert and update write, in this order. */
    private static List<Object> values(ContentItem item) {
        List<Object> values = new ArrayList<>(List.of(item.kind(), item.name(), TextKeys.sortKey(item.name())));
        values.add(text(item.description()));
        values.add(item.form().name());
        values.add(text(item.body()));
        values.add(text(item.link()));
        ContentFile file = item.file();
        values.add(text(file == null ? null : file.name()));
        values.add(text(file == null ? null : file.mediaType()));
        values.add(file == null ? Batch.Nothing.NUMBER : file.size());
        values.add(text(file == null ? null : file.sha256()));
        values.add(item.version());
        values.add(time(item.changed().at()));
        values.add(item.changed().by());
        values.add(item.changed().through());
        return values;
    }

    private static Object text(String value) {
        return Objects.requireNonNullElse(value, Batch.Nothing.TEXT);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public int copy(UUID fromAccount, UUID toAccount, Set<String> kinds, Stamp stamp) {
        if (kinds.isEmpty()) {
            return 0;
        }
        // They stay as they are until the end, and so do the bytes that they refer to.
        List<ContentItem> originals = new Sql(
                        "SELECT " + COLUMNS + " FROM content_item i WHERE i.account_id = ? AND ", fromAccount)
                .in("i.kind", kinds)
                .add(" ORDER BY i.id " + Dialect.of(em).keeps())
                .read(em, row -> item(row, null));
        Batch copies = new Batch(COPY);
        for (ContentItem original : originals) {
            UUID id = Ids.next();
            OffsetDateTime at = time(stamp.at());
            copies.add(id, toAccount, at, stamp.by(), stamp.through(), at, stamp.by(), stamp.through(), original.id());
            List<FieldChange> shown = ContentChanges.ofCopy(original);
            journal.record(new ContentChange(toAccount, null, copy(original, id, stamp), shown));
        }
        copies.run(em);
        journal.flush();
        return originals.size();
    }

    private static ContentItem copy(ContentItem original, UUID id, Stamp stamp) {
        return new ContentItem(
                id,
                original.kind(),
                original.name(),
                original.description(),
                original.form(),
                original.body(),
                original.file(),
                original.link(),
                1,
                stamp,
                stamp);
    }

    private static ContentItem item(ResultSet row, String body) throws SQLException {
        String sha256 = row.getString(10);
        ContentFile file =
                sha256 == null ? null : new ContentFile(row.getString(7), row.getString(8), row.getLong(9), sha256);
        return new ContentItem(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                ContentForm.valueOf(row.getString(5)),
                body,
                file,
                row.getString(6),
                row.getLong(11),
                new Stamp(Times.of(row, 12), row.getString(13), row.getString(14)),
                new Stamp(Times.of(row, 15), row.getString(16), row.getString(17)));
    }
}
