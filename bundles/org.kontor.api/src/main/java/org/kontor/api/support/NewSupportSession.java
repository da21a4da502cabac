/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.support;

import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * What is asked for.
 *
 * @param account which is to be entered
 * @param reason shown to who grants it, and kept in the audit
 * @param minutes from the grant on; null for {@value SupportSessions#DEFAULT_MINUTES}
 * @param role what one may do there; null for {@code SUPPORT}
 */
public record NewSupportSession(UUID account, String reason, Integer minutes, Role role) {}
