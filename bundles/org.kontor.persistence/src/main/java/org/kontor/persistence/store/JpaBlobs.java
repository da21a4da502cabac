/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.persistence.EntityManager;

import org.kontor.api.content.ContentFile;
import org.kontor.spi.store.ContentReader;

/**
 * The bytes of files, each once, in chunks. Whoever adds or takes away a reference has the row of the bytes locked until
 * the end of the transaction: so the last reference is known to be the last.
 */
final class JpaBlobs {
    /** Its violation means that another call stores the same bytes: the transaction is tried again, and finds them. */
    static final String TABLE = "content_blob";

    private final EntityManager em;

    JpaBlobs(EntityManager em) {
        this.em = em;
    }

    void keep(ContentFile file, Path bytes) {
        if (lock(file.sha256())) {
            return;
        }
        new Sql("INSERT INTO " + TABLE + " (sha256, size) VALUES (?, ?)", file.sha256(), file.size()).run(em);
        try (InputStream in = Files.newInputStream(bytes)) {
            Batch one = new Batch("INSERT INTO content_chunk (sha256, n, bytes) VALUES (?, ?, ?)");
            byte[] chunk = in.readNBytes(ContentReader.CHUNK);
            for (int n = 0; chunk.length > 0; n++) {
                one.add(file.sha256(), n, chunk);
                // each by itself: a file is never in memory as a whole
                one.run(em);
                chunk = in.readNBytes(ContentReader.CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the bytes away when no item refers to them any longer; the one that did is gone by now. */
    void release(String sha256) {
        lock(sha256);
        for (String table : new String[] {"content_chunk", TABLE}) {
            new Sql(
                            "DELETE FROM " + table + " WHERE sha256 = ?"
                                    + " AND NOT EXISTS (SELECT 1 FROM content_item i WHERE i.sha256 = ?)",
                            sha256,
                            sha256)
                    .run(em);
        }
    }

    /** @return whether they are there */
    private boolean lock(String sha256) {
        return !new Sql("SELECT sha256 FROM " + TABLE + " WHERE sha256 = ? FOR UPDATE", sha256)
                .read(em, row -> row.getString(1))
                .isEmpty();
    }

    Optional<byte[]> chunk(String sha256, int n) {
        return new Sql("SELECT bytes FROM content_chunk WHERE sha256 = ? AND n = ?", sha256, n)
                .read(em, row -> row.getBytes(1)).stream().findFirst();
    }
}
