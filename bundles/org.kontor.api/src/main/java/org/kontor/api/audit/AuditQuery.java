/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.audit;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * What is asked of the audit trail; null for anything. Newest first.
 *
 * @param type only records of this type
 * @param id only this record
 * @param actor only what somebody of this name did
 * @param source only what came through this, for example {@code SOAP} or {@code CONNECTION:erp}
 * @param from only from this moment on
 * @param until only before this moment
 * @param limit 1 to 200 entries a page
 * @param cursor of the page before, or null for the first
 */
public record AuditQuery(
        RecordType type, UUID id, String actor, String source, Instant from, Instant until, int limit, String cursor) {}
