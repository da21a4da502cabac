/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

import org.eclipse.persistence.annotations.Convert;

/** All words of a record in one text, for parts of words. PostgreSQL only. */
@Entity
@Table(name = "record_text")
public class RecordTextEntity {
    @Id
    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Column(name = "record_type")
    public String recordType;

    public String text;
}
