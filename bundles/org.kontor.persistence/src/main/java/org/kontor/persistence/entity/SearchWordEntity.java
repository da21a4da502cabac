/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.eclipse.persistence.annotations.Convert;

/** A word that a record is found by. */
@Entity
@Table(name = "search_word")
@IdClass(SearchWordEntity.Key.class)
public class SearchWordEntity {
    @Id
    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    @Id
    public String word;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Column(name = "record_type")
    public String recordType;

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        public UUID recordId;
        public String word;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(recordId, that.recordId)
                    && Objects.equals(word, that.word);
        }

        @Override
        public int hashCode() {
            return Objects.hash(recordId, word);
        }
    }
}
