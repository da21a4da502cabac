/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.ApiToken;
import org.kontor.api.people.IssuedToken;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.Tokens;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Member;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.TokenChange;
import org.kontor.spi.store.TokenEntry;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Makes, lists and revokes tokens. */
@Component
public final class TokenDesk implements Tokens {
    /** Tokens of a person that do not count any more and are still listed. */
    private static final int MAX_ENDED = 50;

    private final UnitOfWork unitOfWork;

    @Activate
    public TokenDesk(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public IssuedToken create(CallContext context, NewToken token) {
        Instant now = Ids.now();
        TokenRules.check(token, now);
        String secret = TokenSecret.next();
        ApiToken made = unitOfWork.write(context, transaction -> {
            Person owner = transaction
                    .people()
                    .byLogin(context.actor().name())
                    .filter(person -> person.id().equals(context.actor().id()))
                    .orElseThrow(TokenDesk::nobody);
            makeRoom(transaction, owner.id(), now);
            TokenEntry entry = new TokenEntry(token(token, owner, now), TokenSecret.hash(secret), owner);
            transaction.save(new TokenChange(entry, AuditAction.CREATE, shown(entry.token())));
            return entry.token();
        });
        return new IssuedToken(made, secret);
    }

    /** A connection, or Kontor itself, signs in nowhere. */
    private static KontorException nobody() {
        return new KontorException(ErrorCode.ACCESS_DENIED, "Only a person has tokens.");
    }

    private static void makeRoom(WriteTransaction transaction, UUID owner, Instant now) {
        // so that nobody else makes one meanwhile
        transaction.people().locked(owner);
        List<ApiToken> there =
                transaction.tokens().of(owner).stream().map(TokenEntry::token).toList();
        TokenRules.checkNumber(there.stream().filter(one -> one.counts(now)).count());
        transaction
                .tokens()
                .forget(there.stream()
                        .filter(one -> !one.counts(now))
                        .skip(MAX_ENDED)
                        .map(ApiToken::id)
                        .toList());
    }

    private static ApiToken token(NewToken token, Person owner, Instant now) {
        Instant expires = token.expires() == null
                ? now.plus(Duration.ofDays(DEFAULT_DAYS))
                : token.expires().truncatedTo(ChronoUnit.MICROS);
        return new ApiToken(Ids.next(), owner.login(), token.name().strip(), token.scope(), now, expires, null, null);
    }

    private static List<FieldChange> shown(ApiToken token) {
        return List.of(
                new FieldChange("owner", null, token.owner()),
                new FieldChange("name", null, token.name()),
                new FieldChange("scope", null, token.scope().name()),
                new FieldChange("expires", null, token.expires().toString()));
    }

    @Override
    public List<ApiToken> list(CallContext context) {
        return list(context.actor().id());
    }

    @Override
    public List<ApiToken> list(CallContext context, String login) {
        String name = login.toLowerCase(Locale.ROOT);
        if (name.equals(context.actor().name())) {
            return list(context);
        }
        context.requirePeople();
        UUID found = unitOfWork.read(transaction -> {
            Person owner = Optional.of(name)
                    .filter(SignInService::mayBeLogin)
                    .flatMap(transaction.people()::byLogin)
                    .filter(person -> looksAfter(context, transaction, person))
                    .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "There is no person of this login."));
            requireMayTouch(context, transaction, owner);
            return owner.id();
        });
        return list(found);
    }

    private List<ApiToken> list(UUID owner) {
        return unitOfWork.read(transaction -> transaction.tokens().of(owner)).stream()
                .map(TokenEntry::token)
                .toList();
    }

    @Override
    public void revoke(CallContext context, UUID id) {
        Instant now = Ids.now();
        unitOfWork.write(context, transaction -> {
            TokenEntry entry = transaction
                    .tokens()
                    .byId(id)
                    .filter(found ->
                            isTheirs(context, found.owner()) || looksAfter(context, transaction, found.owner()))
                    .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "There is no token of this id."));
            if (!isTheirs(context, entry.owner())) {
                requireMayTouch(context, transaction, entry.owner());
            }
            transaction.people().locked(entry.owner().id());
            TokenEntry current = transaction.tokens().byId(id).orElse(entry);
            revoke(transaction, current, now);
            return null;
        });
    }

    /** Revokes all that somebody has, whose row is locked. */
    static void revokeAll(WriteTransaction transaction, UUID owner, Instant now) {
        transaction.tokens().of(owner).forEach(entry -> revoke(transaction, entry, now));
    }

    private static void revoke(WriteTransaction transaction, TokenEntry entry, Instant now) {
        if (entry.token().revoked() == null) {
            transaction.save(new TokenChange(
                    revoked(entry, now),
                    AuditAction.UPDATE,
                    List.of(new FieldChange(
                            "token",
                            entry.token().name() + " of " + entry.token().owner(),
                            "(revoked)"))));
        }
    }

    private static boolean isTheirs(CallContext context, Person owner) {
        return owner.id().equals(context.actor().id());
    }

    private static boolean looksAfter(CallContext context, ReadTransaction transaction, Person owner) {
        return context.looksAfterPeople()
                && transaction
                        .members()
                        .of(context.scope(), owner.id())
                        .filter(Member::isAtHome)
                        .isPresent();
    }

    /** As for everything else of them. */
    private static void requireMayTouch(CallContext context, ReadTransaction transaction, Person owner) {
        Set<Role> roles =
                PeopleDeskService.known(context, transaction, owner.id()).allRoles();
        PersonRules.requireMayTouch(transaction, context, roles);
    }

    private static TokenEntry revoked(TokenEntry entry, Instant now) {
        ApiToken token = entry.token();
        ApiToken after = new ApiToken(
                token.id(),
                token.owner(),
                token.name(),
                token.scope(),
                token.created(),
                token.expires(),
                token.lastUsed(),
                now);
        return new TokenEntry(after, entry.hash(), entry.owner());
    }
}
