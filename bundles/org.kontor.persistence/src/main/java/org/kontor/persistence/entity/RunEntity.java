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

/** One execution of a synchronisation. */
@Entity
@Table(name = "sync_run")
public class RunEntity {
    @Id
    @Convert(UuidConverter.NAME)
    public UUID id;

    public String connection;

    @Column(name = "record_type")
    public String recordType;

    public String source;

    public String state;

    @Convert(InstantConverter.NAME)
    @Column(name = "started_at")
    public Instant startedAt;

    @Convert(InstantConverter.NAME)
    @Column(name = "ended_at")
    public Instant endedAt;

    public String message;

    @Column(name = "reach_done")
    public Long reachDone;

    @Column(name = "reach_total")
    public Long reachTotal;

    /** Beginning of the time over which the pace is told, a minute or so ago. */
    @Convert(InstantConverter.NAME)
    @Column(name = "pace_from")
    public Instant paceFrom;

    /** Records read by then. */
    @Column(name = "pace_from_count")
    public long paceFromCount;

    @Column(name = "created_count")
    public long created;

    @Column(name = "updated_count")
    public long updated;

    @Column(name = "unchanged_count")
    public long unchanged;

    @Column(name = "archived_count")
    public long archived;

    @Column(name = "conflict_count")
    public long conflicts;

    @Column(name = "sent_count")
    public long sent;

    @Column(name = "refused_count")
    public long refused;

    @Column(name = "dry_run")
    public boolean dryRun;
}
