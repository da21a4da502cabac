/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/** A record of a run that was created, changed or refused; unchanged ones are counted, not listed. */
public record RunItem(UUID id, UUID runId, RecordType type, Instant at, ItemResult result) {}
