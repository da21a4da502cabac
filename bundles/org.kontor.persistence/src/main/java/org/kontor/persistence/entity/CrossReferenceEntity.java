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

/** The id of a record in an external system, and what was last agreed with it. */
@Entity
@Table(name = "cross_reference")
public class CrossReferenceEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    public String connection;

    @Column(name = "record_type")
    public String recordType;

    @Column(name = "external_id")
    public String externalId;

    @Convert(UuidConverter.NAME)
    @Column(name = "record_id")
    public UUID recordId;

    @Column(name = "source_hash")
    public String sourceHash;

    public String snapshot;

    public String agreed;

    @Column(name = "in_conflict")
    public boolean inConflict;

    public boolean gone;
}
