/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.time.Instant;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

import org.eclipse.persistence.annotations.Convert;

/** A row of the change feed; without a position until the sequencer has seen it committed. */
@Entity
@Table(name = "change_feed")
public class ChangeEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    public Long position;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Column(name = "record_type")
    public String recordType;

    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    @Column(name = "record_version")
    public long recordVersion;

    public String action;

    @Convert(InstantConverter.NAME)
    public Instant at;

    public String source;
}
