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

/** What became of one record in a run. */
@Entity
@Table(name = "sync_item")
public class RunItemEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    @Convert(UuidConverter.NAME)
    @Column(name = "run_id")
    public UUID runId;

    @Column(name = "record_type")
    public String recordType;

    @Convert(InstantConverter.NAME)
    public Instant at;

    @Column(name = "external_id")
    public String externalId;

    public String outcome;

    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    public String code;

    public String error;

    public String message;

    public String violations;

    /** Of a dry run. */
    public String changes;
}
