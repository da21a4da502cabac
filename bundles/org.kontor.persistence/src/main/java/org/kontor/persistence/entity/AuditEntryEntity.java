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

/** Who changed what, when, through what. */
@Entity
@Table(name = "audit_entry")
public class AuditEntryEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    @Convert(UuidConverter.NAME)
    @Column(name = "account_id")
    public UUID account;

    @Convert(InstantConverter.NAME)
    public Instant at;

    @Convert(UuidConverter.NAME)
    @Column(name = "actor_id")
    public UUID actorId;

    public String actor;

    @Column(name = "on_behalf_of")
    public String onBehalfOf;

    public String source;

    public String action;

    @Column(name = "record_type")
    public String recordType;

    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    @Column(name = "record_version")
    public long recordVersion;

    public String correlation;
}
