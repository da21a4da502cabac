/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.call.Role;
import org.kontor.api.support.SupportSessionState;

/**
 * A support session, as it is stored (A10).
 *
 * @param askedFrom the account as whose member the person asked
 * @param answerBy until when the request counts
 * @param granted whether it was; null while nobody answered
 * @param answeredBy the person who did
 * @param endedBy login of who ended it
 * @param state at the time that was asked for; it is not stored
 */
public record SupportVisit(
        UUID id,
        UUID account,
        String accountName,
        UUID askedFrom,
        String askedFromName,
        UUID person,
        String login,
        String personName,
        String reason,
        int minutes,
        Role role,
        Instant requested,
        Instant answerBy,
        Boolean granted,
        Instant answered,
        UUID answeredBy,
        String answeredByLogin,
        Instant ends,
        Instant ended,
        String endedBy,
        long version,
        SupportSessionState state) {
    /** The same, granted or refused by somebody. */
    public SupportVisit answered(boolean grant, UUID by, String byLogin, Instant now) {
        return new SupportVisit(
                id,
                account,
                accountName,
                askedFrom,
                askedFromName,
                person,
                login,
                personName,
                reason,
                minutes,
                role,
                requested,
                answerBy,
                grant,
                now,
                by,
                byLogin,
                grant ? now.plusSeconds(60L * minutes) : null,
                null,
                null,
                version + 1,
                grant ? SupportSessionState.ACTIVE : SupportSessionState.REFUSED);
    }

    /** The same, ended before its time. */
    public SupportVisit ended(String by, Instant now) {
        return new SupportVisit(
                id,
                account,
                accountName,
                askedFrom,
                askedFromName,
                person,
                login,
                personName,
                reason,
                minutes,
                role,
                requested,
                answerBy,
                granted,
                answered,
                answeredBy,
                answeredByLogin,
                ends,
                now,
                by,
                version + 1,
                SupportSessionState.ENDED);
    }
}
