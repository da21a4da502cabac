/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.io.Serializable;
import java.util.Objects;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A row of an external system that was taken care of at one state. */
@Entity
@Table(name = "sync_seen")
@IdClass(SeenEntity.Key.class)
public class SeenEntity {
    @Id
    public String connection;

    @Id
    @Column(name = "row_key")
    public String rowKey;

    public String stamp;

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public String connection;
        public String rowKey;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(connection, that.connection)
                    && Objects.equals(rowKey, that.rowKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(connection, rowKey);
        }
    }
}
