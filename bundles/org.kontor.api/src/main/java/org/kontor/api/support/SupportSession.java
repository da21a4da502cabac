/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.support;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.call.Role;
import org.kontor.api.provider.Party;

/**
 * An access of one person to an account, for some time and with a reason (A10).
 *
 * @param askedFrom the account above, as whose member the person asked
 * @param login of the person who asked
 * @param answerBy until when the request counts
 * @param answered when it was granted or refused; null while nobody did
 * @param answeredBy login of who did; in the audit the session's changes carry it as the second name
 * @param ends when its time is over; null unless it was granted
 * @param ended when somebody ended it; null when nobody did
 */
public record SupportSession(
        UUID id,
        Party account,
        Party askedFrom,
        UUID person,
        String login,
        String name,
        String reason,
        int minutes,
        Role role,
        SupportSessionState state,
        Instant requested,
        Instant answerBy,
        Instant answered,
        String answeredBy,
        Instant ends,
        Instant ended,
        String endedBy) {}
