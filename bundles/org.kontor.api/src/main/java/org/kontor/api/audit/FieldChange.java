/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.audit;

/**
 * One field before and after, as text (lists are written as JSON arrays); null where it was or is empty. Secrets are never
 * among them.
 */
public record FieldChange(String field, String before, String after) {}
