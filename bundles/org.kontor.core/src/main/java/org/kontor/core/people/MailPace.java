/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.spi.store.ReadTransaction;

/** How many mails those who look after people let go out: they neither fill a letter box nor send to the whole world. Stateless. */
final class MailPace {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_TO_ONE = 3;
    private static final int MOST_OF_ACCOUNT = 1000;
    private static final Set<String> OF_INVITATIONS = Set.of("invitation", "membership");

    private MailPace() {}

    /** @throws KontorException {@code too_many_requests} when the person, whose row is locked, got enough of them */
    static void requireRoomOf(ReadTransaction transaction, UUID person, Instant now) {
        List<Instant> sent =
                transaction.links().mailed(person, SystemCall.CONTEXT.actor().name(), now.minus(PERIOD), MOST_TO_ONE);
        if (sent.size() >= MOST_TO_ONE) {
            throw tooMany(MOST_TO_ONE + " such mails an hour go to a person.", sent.get(MOST_TO_ONE - 1));
        }
    }

    /** @throws KontorException {@code too_many_requests} when the account has queued enough invitations */
    static void requireRoomFor(ReadTransaction transaction, UUID account, Instant now) {
        transaction
                .mails()
                .queued(account, OF_INVITATIONS, now.minus(PERIOD), MOST_OF_ACCOUNT)
                .ifPresent(oldest -> {
                    throw tooMany("An account sends " + MOST_OF_ACCOUNT + " invitations an hour.", oldest);
                });
    }

    private static KontorException tooMany(String rule, Instant oldest) {
        Instant until = oldest.plus(PERIOD).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        return new KontorException(ErrorCode.TOO_MANY_REQUESTS, rule + " Try again at " + until + ".");
    }
}
