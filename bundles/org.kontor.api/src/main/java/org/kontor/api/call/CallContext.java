/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.Objects;
import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;

/**
 * Every service call takes one; nothing comes from a ThreadLocal. Immutable.
 *
 * @param actor who calls
 * @param onBehalfOf in a support session the person it is done for, else null
 * @param source through what the call came
 * @param correlation ties log lines, answers and audit entries of one call together
 * @param request the caller's own name for the request, so that it is done once; or null
 */
public record CallContext(Actor actor, Actor onBehalfOf, Source source, String correlation, RequestKey request) {
    public CallContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(correlation, "correlation");
    }

    public static CallContext of(Actor actor, Source source) {
        return new CallContext(actor, null, source, UUID.randomUUID().toString(), null);
    }

    /** The same call under the caller's own name for it; null for none. */
    public CallContext withRequest(RequestKey newRequest) {
        return new CallContext(actor, onBehalfOf, source, correlation, newRequest);
    }

    /** The same call, by the actor as it acts for another account; that it may was checked. */
    public CallContext as(Actor acting) {
        return new CallContext(acting, onBehalfOf, source, correlation, request);
    }

    /** The account whose records this call sees and writes. */
    public UUID scope() {
        return actor.account();
    }

    /** Whether it is made for the operator's account, which sees everything. */
    public boolean isForOperator() {
        return scope().equals(Account.OPERATOR);
    }

    /**
     * For what belongs to the installation and not to an account: synchronisation, imports, the feed.
     *
     * @return this
     * @throws KontorException {@code access_denied} when the call is made for another account
     */
    public CallContext ofOperator() {
        if (!isForOperator()) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "This belongs to the operator; it cannot be called for another account.");
        }
        return this;
    }

    /** @throws KontorException {@code access_denied} when no role of the actor writes records */
    public void requireWriter() {
        require(Permission.WRITE, "The roles of '" + actor.name() + "' do not allow to change records.");
    }

    /** @throws KontorException {@code access_denied} when the actor does not look after the installation */
    public void requireAdministrator() {
        ofOperator();
        require(
                Permission.ADMINISTER,
                "The roles of '" + actor.name() + "' do not allow to look after the installation.");
    }

    /** @throws KontorException {@code access_denied} when the actor is neither a program that integrates nor an administrator */
    public void requireIntegration() {
        ofOperator();
        require(Permission.INTEGRATE, "The roles of '" + actor.name() + "' do not allow to call hooks.");
    }

    /** @throws KontorException {@code access_denied} when the actor has no role at all */
    public void requireReader() {
        require(Permission.READ, "'" + actor.name() + "' has no role, so may not read records.");
    }

    /** @throws KontorException {@code access_denied} when no role of the actor looks after people, of the account or from above */
    public void requireDeclarer() {
        require(
                people(),
                "The roles of '" + actor.name()
                        + "' do not allow to declare custom fields and creation profiles, nor to set brand and sign-up page.");
    }

    /**
     * @throws KontorException {@code not_found} when the actor does not enter the account; {@code access_denied} when no role that it
     *     holds there looks after people
     */
    public void requirePeople() {
        requireInside(people(), "do not allow to look after people.");
    }

    /** Whether the actor enters the account, and holds a role there that looks after its people. */
    public boolean looksAfterPeople() {
        return actor.memberRoles().stream().anyMatch(role -> role.allows(people()));
    }

    /** Those of the operator look after the installation: who looks after them does so, too. */
    private Permission people() {
        return isForOperator() ? Permission.ADMINISTER : Permission.PEOPLE;
    }

    /**
     * For invitations: of its own people by a member, or the first one by who manages the account from above (P6).
     *
     * @throws KontorException {@code access_denied} when the roles do not allow it
     */
    public void requireInviter() {
        if (actor.enters()) {
            requirePeople();
        } else {
            requireWriter();
        }
    }

    /**
     * @throws KontorException {@code not_found} when the actor does not enter the account; {@code access_denied} when no role that it
     *     holds there reads content
     */
    public void requireContentReader() {
        requireInside(Permission.READ, "do not allow to read content.");
    }

    /**
     * @throws KontorException {@code not_found} when the actor does not enter the account; {@code access_denied} when no role that it
     *     holds there writes content
     */
    public void requireContentWriter() {
        requireInside(Permission.WRITE, "do not allow to change content.");
    }

    /** What one may not enter does not exist (requirement P6). */
    private void requireInside(Permission permission, String refusal) {
        if (!actor.enters()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There is nothing of this account for '" + actor.name() + "', who is no member of it.");
        }
        if (actor.memberRoles().stream().noneMatch(role -> role.allows(permission))) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED, "The roles of '" + actor.name() + "' in this account " + refusal);
        }
    }

    private void require(Permission permission, String refusal) {
        if (actor.roles().stream().noneMatch(role -> role.allows(permission))) {
            throw new KontorException(ErrorCode.ACCESS_DENIED, refusal);
        }
    }
}
