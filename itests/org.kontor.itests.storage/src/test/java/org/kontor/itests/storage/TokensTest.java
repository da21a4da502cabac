/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.ApiToken;
import org.kontor.api.people.IssuedToken;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.TokenSignIn;
import org.kontor.api.people.Tokens;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.SignInService;
import org.kontor.core.people.TokenDesk;
import org.kontor.core.people.TokenSignInService;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"X2", "P9"})
public class TokensTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    private SignInService people;
    private Tokens tokens;
    private TokenSignIn signIn;
    private CallContext admin;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        people = signIn(Clock.systemUTC());
        tokens = new TokenDesk(unitOfWork);
        signIn = new TokenSignInService(unitOfWork);
        admin = as("admin");
    }

    private CallContext as(String login) {
        return CallContext.of(people.byLogin(login).orElseThrow(), Source.REST);
    }

    private CallContext person(String login, Role... roles) {
        people.add(admin, new NewPerson(login, login, Set.of(roles)), PASSWORD);
        return as(login);
    }

    private IssuedToken make(CallContext owner, TokenScope scope) {
        return tokens.create(owner, new NewToken("ERP", scope, null));
    }

    private Set<Role> roles(IssuedToken token) {
        return signIn.byToken(token.secret()).orElseThrow().roles();
    }

    private boolean counts(IssuedToken token) {
        return signIn.byToken(token.secret()).isPresent();
    }

    @Test
    @Shows("P6")
    public void aScopeNarrowsTheRolesOfItsOwnerAndNeverAddsToThem() {
        CallContext partner = person("paula", Role.PARTNER_ADMIN, Role.SUPER_ADMIN);
        assertEquals(Set.of(Role.READ_ONLY), roles(make(partner, TokenScope.READ)));
        assertEquals(Set.of(Role.SITE_ADMIN, Role.INTEGRATION), roles(make(partner, TokenScope.WRITE)));
        assertEquals(Set.of(Role.PARTNER_ADMIN, Role.SUPER_ADMIN), roles(make(partner, TokenScope.FULL)));

        CallContext reader = person("rita", Role.READ_ONLY, Role.BILLING);
        for (TokenScope scope : TokenScope.values()) {
            IssuedToken token = make(reader, scope);
            Actor actor = signIn.byToken(token.secret()).orElseThrow();
            assertEquals(reader.actor().id(), actor.id());
            assertEquals("rita", actor.name());
            assertTrue(scope.name(), Set.of(Role.READ_ONLY, Role.BILLING).containsAll(actor.roles()));
        }
    }

    /** What each role may do with a token of each scope, it may do without one; a reading token writes nothing. */
    @Test
    @Shows("P6")
    public void noScopeOfAnyRoleMayDoMoreThanTheRole() throws Exception {
        UUID rita = person("rita", Role.READ_ONLY).actor().id();
        for (Role role : Role.values()) {
            database.run("UPDATE membership SET roles = '" + role + "' WHERE person_id = '" + rita + "'");
            CallContext owner = as("rita");
            for (TokenScope scope : TokenScope.values()) {
                CallContext byToken = CallContext.of(
                        signIn.byToken(make(owner, scope).secret()).orElseThrow(), Source.REST);
                String both = role + " " + scope;
                assertTrue(both, may(byToken::requireReader));
                boolean writes = may(byToken::requireWriter);
                assertTrue(both, !writes || may(owner::requireWriter));
                assertTrue(both, !may(byToken::requireIntegration) || may(owner::requireIntegration));
                assertTrue(both, !may(byToken::requireAdministrator) || may(owner::requireAdministrator));
                if (scope == TokenScope.READ) {
                    assertFalse(both, writes || may(byToken::requireIntegration));
                } else {
                    assertEquals(both, may(owner::requireWriter), writes);
                }
                assertEquals(
                        both,
                        scope == TokenScope.FULL && may(owner::requireAdministrator),
                        may(byToken::requireAdministrator));
            }
        }
    }

    private static boolean may(Runnable check) {
        try {
            check.run();
            return true;
        } catch (KontorException e) {
            return false;
        }
    }

    @Test
    public void aRoleThatIsTakenAwayIsGoneFromTheTokens() throws Exception {
        CallContext paula = person("paula", Role.PARTNER_ADMIN);
        IssuedToken token = make(paula, TokenScope.FULL);
        database.run("UPDATE membership SET roles = 'READ_ONLY' WHERE person_id = '"
                + paula.actor().id() + "'");
        assertEquals(Set.of(Role.READ_ONLY), roles(token));
        database.run(
                "DELETE FROM membership WHERE person_id = '" + paula.actor().id() + "'");
        assertFalse(counts(token));
    }

    @Test
    @Shows("U1")
    public void theSecretIsToldOnceAndStandsNowhere() throws Exception {
        IssuedToken token = make(admin, TokenScope.READ);
        assertTrue(token.secret(), token.secret().matches("kontor_[A-Za-z0-9_-]{43}"));
        assertNotEquals(token.secret(), make(admin, TokenScope.READ).secret());
        assertFalse(token.toString().contains(token.secret()));
        String core = token.secret().substring("kontor_".length());
        assertEquals(0, database.count("SELECT count(*) FROM api_token WHERE hash LIKE '%" + core + "%'"));
        assertEquals(2, database.count("SELECT count(*) FROM api_token WHERE LENGTH(hash) = 64"));
        assertEquals(2, database.count("SELECT count(*) FROM audit_entry WHERE record_type = 'token'"));
        tokens.revoke(admin, token.token().id());
        assertEquals(
                3,
                database.count(
                        "SELECT count(*) FROM audit_entry WHERE record_type = 'token' AND actor = 'admin' AND source = 'REST'"));
        assertEquals(1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%(revoked)%'"));
        assertEquals(
                0,
                database.count("SELECT count(*) FROM audit_value v, api_token t WHERE v.changes LIKE '%" + core
                        + "%' OR v.changes LIKE '%' || t.hash || '%'"));
    }

    @Test
    public void whatIsNoTokenSignsNobodyIn() {
        IssuedToken token = make(admin, TokenScope.FULL);
        String secret = token.secret();
        String other = secret.substring(0, secret.length() - 1) + (secret.endsWith("A") ? "Q" : "A");
        for (String wrong : new String[] {
            "",
            "kontor_",
            other,
            secret + "A",
            secret.toUpperCase(java.util.Locale.ROOT),
            secret.substring(7),
            secret + "\0",
            "kontor_" + "é".repeat(43),
            "' OR 1=1 --",
            "x".repeat(100_000)
        }) {
            assertFalse(wrong, signIn.byToken(wrong).isPresent());
        }
        assertTrue(counts(token));
        // A token is no password, and a password no token.
        assertFalse(people.byPassword("admin", secret.toCharArray()).isPresent());
        assertFalse(signIn.byToken(new String(PASSWORD)).isPresent());
    }

    @Test
    public void aTokenEndsWhenItExpires() throws Exception {
        Instant before = Instant.now();
        ApiToken standard = make(admin, TokenScope.READ).token();
        assertTrue(Duration.between(before, standard.expires()).toDays() >= 90);
        assertTrue(standard.expires().isBefore(before.plus(Duration.ofDays(91))));
        Instant tomorrow = before.plus(Duration.ofDays(1));
        IssuedToken token = tokens.create(admin, new NewToken("short", TokenScope.READ, tomorrow));
        assertTrue(counts(token));
        assertEquals(
                tomorrow.toEpochMilli(), tokens.list(admin).get(0).expires().toEpochMilli());
        database.run("UPDATE api_token SET expires_at = CURRENT_TIMESTAMP WHERE name = 'short'");
        assertFalse(counts(token));
        assertFalse(tokens.list(admin).get(0).counts(Instant.now()));
    }

    @Test
    public void aRevokedTokenEndsAtOnceAndOnlyThat() {
        IssuedToken revoked = make(admin, TokenScope.FULL);
        IssuedToken other = make(admin, TokenScope.FULL);
        assertTrue(counts(revoked));
        tokens.revoke(admin, revoked.token().id());
        assertFalse(counts(revoked));
        assertTrue(counts(other));
        List<ApiToken> listed = tokens.list(admin);
        assertEquals(
                List.of(other.token().id(), revoked.token().id()),
                listed.stream().map(ApiToken::id).toList());
        assertNull(listed.get(0).revoked());
        Instant at = listed.get(1).revoked();
        assertNotNull(at);
        tokens.revoke(admin, revoked.token().id());
        assertEquals(at, tokens.list(admin).get(1).revoked());
        assertRefused(ErrorCode.NOT_FOUND, () -> tokens.revoke(admin, UUID.randomUUID()));
    }

    @Test
    public void theTokensOfADisabledPersonEndAtOnce() throws Exception {
        IssuedToken token = make(person("rita", Role.READ_ONLY), TokenScope.READ);
        assertTrue(counts(token));
        database.run("UPDATE person SET disabled = true WHERE login = 'rita'");
        assertFalse(counts(token));
    }

    @Test
    @Shows("P6")
    public void oneSeesOnesOwnAndAdministratorsThoseOfOthers() {
        CallContext rita = person("rita", Role.READ_ONLY);
        CallContext paula = person("paula", Role.PARTNER_ADMIN);
        ApiToken token = make(rita, TokenScope.READ).token();
        assertEquals(List.of(token), tokens.list(rita));
        assertEquals(List.of(token), tokens.list(rita, "Rita"));
        assertEquals(List.of(), tokens.list(paula));
        assertEquals(List.of(token), tokens.list(admin, "RITA"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> tokens.list(paula, "rita"));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> tokens.list(paula, "nobody"));
        assertRefused(ErrorCode.NOT_FOUND, () -> tokens.list(admin, "nobody"));
        assertRefused(ErrorCode.NOT_FOUND, () -> tokens.list(admin, "a\0b"));
        assertRefused(ErrorCode.NOT_FOUND, () -> tokens.revoke(paula, token.id()));
        assertNull(tokens.list(rita).get(0).revoked());
        tokens.revoke(admin, token.id());
        assertNotNull(tokens.list(rita).get(0).revoked());
        // A connection writes as an actor of its own, which is nobody that could sign in.
        assertRefused(ErrorCode.ACCESS_DENIED, () -> make(caller("erp", Role.INTEGRATION), TokenScope.READ));
    }

    /** As with everything else of somebody who may more. */
    @Test
    @Shows("P6")
    public void aSuperAdministratorLeavesThoseOfOperatorsAlone() {
        CallContext superAdmin = person("super", Role.SUPER_ADMIN);
        UUID token = make(admin, TokenScope.READ).token().id();
        assertRefused(ErrorCode.ACCESS_DENIED, () -> tokens.revoke(superAdmin, token));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> tokens.list(superAdmin, "admin"));
        assertNull(tokens.list(admin).get(0).revoked());
        UUID ritas =
                make(person("rita", Role.READ_ONLY), TokenScope.READ).token().id();
        tokens.revoke(superAdmin, ritas);
        assertNotNull(tokens.list(superAdmin, "rita").get(0).revoked());
    }

    @Test
    @Shows("V1")
    public void badInputIsToldByFieldAndRule() throws Exception {
        Instant now = Instant.now();
        assertViolations(
                List.of("name required", "scope required", "expires out_of_range"),
                () -> tokens.create(admin, new NewToken(" ", null, now.minusSeconds(1))));
        assertViolations(
                List.of("name required"), () -> tokens.create(admin, new NewToken(null, TokenScope.READ, null)));
        Map.of("x".repeat(201), "too_long", "a\0b", "control_character", "a\nb", "control_character")
                .forEach((name, rule) -> assertViolations(
                        List.of("name " + rule),
                        () -> tokens.create(admin, new NewToken(name, TokenScope.READ, null))));
        for (Instant expires : new Instant[] {Instant.MIN, Instant.MAX, now.plus(Duration.ofDays(367))}) {
            KontorException refusal = assertThrows(
                    KontorException.class, () -> tokens.create(admin, new NewToken("x", TokenScope.READ, expires)));
            assertEquals("expires", refusal.violations().get(0).field());
            assertEquals(expires.toString(), refusal.violations().get(0).value());
        }
        assertEquals(0, database.count("SELECT count(*) FROM api_token"));
        String longest = "😀".repeat(200);
        assertEquals(
                longest,
                tokens.create(admin, new NewToken(" " + longest + " ", TokenScope.READ, now.plus(Duration.ofDays(366))))
                        .token()
                        .name());
    }

    @Test
    @Shows("X3")
    public void aPersonHasFiftyTokensThatCountAlsoUnderConcurrency() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<IssuedToken>> making = new ArrayList<>();
            for (int i = 0; i < Tokens.MAX_LIVE + 10; i++) {
                making.add(threads.submit(() -> make(admin, TokenScope.READ)));
            }
            int refused = 0;
            for (Future<IssuedToken> one : making) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertEquals(ErrorCode.INVALID_INPUT, ((KontorException) e.getCause()).code());
                    refused++;
                }
            }
            assertEquals(10, refused);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Tokens.MAX_LIVE, tokens.list(admin).size());
        assertViolations(List.of("tokens too_many"), () -> make(admin, TokenScope.READ));
        // Another person, and an end of one of them, make room.
        make(person("rita", Role.READ_ONLY), TokenScope.READ);
        tokens.revoke(admin, tokens.list(admin).get(0).id());
        make(admin, TokenScope.READ);
    }

    @Test
    @Shows("X3")
    public void thoseThatEndedAreForgottenAfterAWhile() throws Exception {
        for (int i = 0; i < 55; i++) {
            tokens.revoke(admin, make(admin, TokenScope.READ).token().id());
        }
        IssuedToken last = make(admin, TokenScope.READ);
        assertEquals(51, tokens.list(admin).size());
        assertEquals(last.token().id(), tokens.list(admin).get(0).id());
        assertEquals(111, database.count("SELECT count(*) FROM audit_entry WHERE record_type = 'token'"));
    }

    @Test
    public void aUseIsNotedOnceAMinute() throws Exception {
        IssuedToken token = make(admin, TokenScope.READ);
        assertNull(tokens.list(admin).get(0).lastUsed());
        assertTrue(counts(token));
        Instant first = tokens.list(admin).get(0).lastUsed();
        assertNotNull(first);
        assertTrue(counts(token));
        assertEquals(first, tokens.list(admin).get(0).lastUsed());
        database.run("UPDATE api_token SET used_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        assertTrue(counts(token));
        assertFalse(tokens.list(admin).get(0).lastUsed().isBefore(first));
    }
}
