/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.entity;

import java.time.Instant;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

import org.eclipse.persistence.annotations.Convert;

/** How far a connection has read. */
@Entity
@Table(name = "sync_connection")
public class ConnectionEntity {
    @Id
    public String name;

    @Column(name = "read_cursor")
    public String readCursor;

    @Convert(InstantConverter.NAME)
    @Column(name = "advanced_at")
    public Instant advancedAt;
}
