/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.Actor;
import org.kontor.api.people.ApiToken;
import org.kontor.api.people.TokenSignIn;
import org.kontor.core.access.Acting;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.TokenEntry;
import org.kontor.spi.store.UnitOfWork;

/** Sign-in by token. A look at the token's and the person's rows with each request keeps changes immediate. */
@Component
public final class TokenSignInService implements TokenSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSignInService.class);
    /** A use is noted when the last one that was noted is older: not every request is to write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;

    @Activate
    public TokenSignInService(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Actor> byToken(String secret) {
        if (!TokenSecret.isOne(secret)) {
            return Optional.empty();
        }
        String hash = TokenSecret.hash(secret);
        Instant now = Ids.now();
        Optional<TokenEntry> entry = unitOfWork
                .read(transaction -> transaction.tokens().byHash(hash))
                .filter(found -> TokenSecret.matches(secret, found.hash()))
                .filter(found -> found.token().counts(now) && !found.owner().disabled());
        entry.ifPresent(found -> noteUse(found.token(), now));
        return entry.flatMap(found -> unitOfWork.read(transaction ->
                Acting.atHome(transaction, found.owner(), found.token().scope())));
    }

    private void noteUse(ApiToken token, Instant now) {
        Instant due = now.minus(NOTED);
        if (token.lastUsed() != null && token.lastUsed().isAfter(due)) {
            return;
        }
        try {
            unitOfWork.write(SystemCall.CONTEXT, transaction -> {
                transaction.tokens().used(token.id(), now, due);
                return null;
            });
        } catch (RuntimeException e) {
            // who has a token that counts comes in all the same
            LOG.warn("The use of token {} was not noted: {}", token.id(), e.getMessage());
        }
    }
}
