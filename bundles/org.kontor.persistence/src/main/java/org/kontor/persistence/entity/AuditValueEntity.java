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

/** The values of an audit entry as JSON: field, before, after. */
@Entity
@Table(name = "audit_value")
public class AuditValueEntity {
    @Id
    @Convert(UuidConverter.NAME)
    @Column(name = "entry_id")
    public UUID entryId;

    public String changes;
}
