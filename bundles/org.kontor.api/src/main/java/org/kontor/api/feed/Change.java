/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.feed;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.audit.AuditAction;

/**
 * One change of one record in the feed.
 *
 * @param position place in commit order; grows, never reused
 * @param auditId the audit entry that says what changed
 */
public record Change(
        long position,
        String recordType,
        UUID recordId,
        long version,
        AuditAction action,
        Instant at,
        String source,
        UUID auditId) {}
