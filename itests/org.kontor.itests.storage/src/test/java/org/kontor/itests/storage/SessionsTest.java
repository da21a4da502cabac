/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.people.BegunSession;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.NewSession;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.Session;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.SessionSignIn;
import org.kontor.api.people.Sessions;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SessionDesk;
import org.kontor.core.people.SessionSettings;
import org.kontor.core.people.SessionSignInService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"X2", "P9"})
public class SessionsTest extends OnBothDatabases {
    private static final String PASSWORD = "correct horse battery";

    private SetClock clock;
    private SignInService people;
    private Sessions sessions;
    private SessionSignIn signIn;
    private CallContext rita;

    @Before
    public void aPerson() {
        new FirstAdministrator(unitOfWork, PASSWORD);
        clock = new SetClock();
        people = signIn(clock);
        sessions = new SessionDesk(unitOfWork, people, new SessionSettings(30, 12), clock);
        signIn = node();
        people.add(as("admin"), new NewPerson("rita", "Rita", Set.of(Role.SUPER_ADMIN)), PASSWORD.toCharArray());
        rita = as("rita");
    }

    /** Another node on the same database. */
    private SessionSignIn node() {
        return new SessionSignInService(unitOfWork, new SessionSettings(30, 12), Runnable::run, clock);
    }

    private CallContext as(String login) {
        return CallContext.of(people.byLogin(login).orElseThrow(), Source.REST);
    }

    private Optional<BegunSession> begin(String login, String password, String client, String replaced) {
        return sessions.begin(new NewSession(login, password.toCharArray(), client, replaced, Source.REST, "test"));
    }

    private BegunSession begin() {
        return begin("Rita", PASSWORD, "Firefox", null).orElseThrow();
    }

    private boolean counts(BegunSession session) {
        return signIn.bySecret(session.secret()).isPresent();
    }

    private PeopleDesk desk() {
        return new PeopleDeskService(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())), lockOut(clock));
    }

    @Test
    public void aSessionSignsInOnEveryNodeAndTellsItsTokenAgain() throws Exception {
        BegunSession begun = begin();
        assertEquals("rita", begun.call().actor().name());
        assertEquals(Set.of(Role.SUPER_ADMIN), begun.call().actor().roles());
        SessionCall call = node().bySecret(begun.secret()).orElseThrow();
        assertEquals(begun.call(), call);
        assertNotEquals(begun.secret(), call.csrfToken());
        assertNotEquals(call.csrfToken(), begin().call().csrfToken());
        assertFalse(signIn.bySecret(begun.secret().toLowerCase(java.util.Locale.ROOT))
                .isPresent());
        for (String no : new String[] {"", "x", call.csrfToken(), "a\0b", begun.secret() + "x", " " + begun.secret()}) {
            assertFalse(no, signIn.bySecret(no).isPresent());
        }
        assertEquals(
                "the secret is kept",
                0,
                database.count("SELECT count(*) FROM sign_in_session WHERE hash = '" + begun.secret() + "'"));
        assertFalse(begun.toString(), begun.toString().contains(begun.secret()));
    }

    @Test
    public void onlyTheRightPasswordBeginsOne() {
        assertTrue(begin("rita", "not the password", null, null).isEmpty());
        assertTrue(begin("nobody", PASSWORD, null, null).isEmpty());
        assertTrue(begin("a\0b", PASSWORD, null, null).isEmpty());
        desk().setDisabled(as("admin"), rita.actor().id(), null, true);
        assertTrue(begin("rita", PASSWORD, null, null).isEmpty());
    }

    @Test
    public void wrongPasswordsLockItAsTheyDoOtherwise() {
        for (int i = 0; i < 3; i++) {
            assertTrue(begin("rita", "not the password", null, null).isEmpty());
        }
        assertTrue(begin("rita", PASSWORD, null, null).isEmpty());
        clock.advance(Duration.ofMinutes(2));
        assertTrue(begin("rita", PASSWORD, null, null).isPresent());
    }

    @Test
    public void itEndsWhenNobodyUsesIt() {
        BegunSession begun = begin();
        clock.advance(Duration.ofMinutes(29));
        assertTrue(counts(begun));
        clock.advance(Duration.ofMinutes(29));
        assertTrue("its use was noted", counts(begun));
        clock.advance(Duration.ofMinutes(30));
        assertFalse(counts(begun));
        assertEquals(List.of(), sessions.list(rita));
    }

    @Test
    public void itEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        BegunSession begun = begin();
        for (int i = 0; i < 36; i++) {
            assertTrue("" + i, counts(begun));
            clock.advance(Duration.ofMinutes(20));
        }
        assertFalse(counts(begun));
    }

    @Test
    @Shows("X3")
    public void aUseIsNotedOnceAMinute() {
        BegunSession begun = begin();
        Session first = sessions.list(rita).get(0);
        clock.advance(Duration.ofSeconds(59));
        assertTrue(counts(begun));
        assertEquals(first, sessions.list(rita).get(0));
        clock.advance(Duration.ofSeconds(2));
        assertTrue(counts(begun));
        assertEquals(clock.instant(), sessions.list(rita).get(0).lastUsed());
    }

    @Test
    public void aNewOneHasASecretOfItsOwnAndEndsTheOneThatTheBrowserBrought() {
        BegunSession first = begin();
        BegunSession second = begin("rita", PASSWORD, null, first.secret()).orElseThrow();
        assertNotEquals(first.secret(), second.secret());
        assertFalse(counts(first));
        assertTrue(counts(second));
        String planted = "A".repeat(43);
        BegunSession third = begin("rita", PASSWORD, null, planted).orElseThrow();
        assertNotEquals(planted, third.secret());
        assertFalse(signIn.bySecret(planted).isPresent());
        assertTrue(begin("rita", PASSWORD, null, "no secret\0 at all").isPresent());
        // somebody else at the same browser
        assertTrue(begin("admin", PASSWORD, null, third.secret()).isPresent());
        assertFalse(counts(third));
        // a sign-in that fails ends nothing
        assertTrue(begin("rita", "not the password", null, second.secret()).isEmpty());
        assertTrue(counts(second));
    }

    @Test
    public void aChangedPasswordEndsThemAll() throws Exception {
        BegunSession own = begin();
        people.changeOwnPassword(rita, PASSWORD.toCharArray(), "another one, longer".toCharArray());
        assertFalse(counts(own));
        BegunSession again = begin("rita", "another one, longer", null, null).orElseThrow();
        desk().setPassword(as("admin"), rita.actor().id(), PASSWORD.toCharArray());
        assertFalse(counts(again));
        BegunSession third = begin();
        // by a tool of the database
        database.run("UPDATE person SET credential_version = credential_version + 1 WHERE login = 'rita'");
        assertFalse(counts(third));
        assertEquals(List.of(), sessions.list(rita));
    }

    @Test
    public void whoIsDisabledIsOutAndComesBackWithoutThem() {
        BegunSession begun = begin();
        desk().setDisabled(as("admin"), rita.actor().id(), null, true);
        assertFalse(counts(begun));
        desk().setDisabled(as("admin"), rita.actor().id(), null, false);
        assertFalse(counts(begun));
        assertTrue(counts(begin()));
    }

    @Test
    public void whoIsNoMemberAnyMoreIsOut() throws Exception {
        BegunSession begun = begin();
        database.run("DELETE FROM membership WHERE person_id = '" + rita.actor().id() + "'");
        assertFalse(counts(begun));
    }

    @Test
    public void oneSeesAndEndsOnesOwn() {
        BegunSession first = begin();
        BegunSession second = begin("rita", PASSWORD, " Fire\u0000fox\n" + "x".repeat(300), null)
                .orElseThrow();
        BegunSession other = begin("admin", PASSWORD, "", null).orElseThrow();
        List<Session> mine = sessions.list(rita);
        assertEquals(
                List.of(second.call().session().id(), first.call().session().id()),
                mine.stream().map(Session::id).toList());
        assertEquals(Sessions.MAX_CLIENT, mine.get(0).client().length() + 1);
        assertTrue(mine.get(0).client(), mine.get(0).client().startsWith("Firefoxxx"));
        assertNull(sessions.list(as("admin")).get(0).client());

        sessions.end(rita, first.call().session().id());
        assertFalse(counts(first));
        assertTrue(counts(second));
        for (UUID no :
                List.of(first.call().session().id(), other.call().session().id(), UUID.randomUUID())) {
            assertRefused(ErrorCode.NOT_FOUND, () -> sessions.end(rita, no));
        }
        BegunSession third = begin();
        assertEquals(1, sessions.endOthers(rita, third.call().session().id()));
        assertFalse(counts(second));
        assertTrue(counts(third));
        assertEquals(1, sessions.endOthers(rita, null));
        assertTrue(counts(other));
    }

    @Test
    @Shows("X3")
    public void aPersonHasTwentyAndTheOldestEnds() throws Exception {
        List<BegunSession> begun = new ArrayList<>();
        for (int i = 0; i < Sessions.MAX_LIVE; i++) {
            begun.add(begin());
        }
        assertTrue(counts(begun.get(0)));
        BegunSession last = begin();
        assertFalse(counts(begun.get(0)));
        assertTrue(counts(begun.get(1)));
        assertTrue(counts(last));
        assertEquals(Sessions.MAX_LIVE, sessions.list(rita).size());
        clock.advance(Duration.ofHours(1));
        begin();
        assertEquals(
                "those that ended by themselves are forgotten",
                1,
                database.count("SELECT count(*) FROM sign_in_session"));
    }

    @Test
    @Shows("U1")
    public void beginAndEndStandInTheAuditWithoutTheSecret() throws Exception {
        BegunSession begun = begin();
        sessions.end(rita, begun.call().session().id());
        String mine = "FROM audit_entry WHERE record_type = 'session' AND record_id = '"
                + begun.call().session().id() + "' AND actor = 'rita' AND action = '";
        assertEquals(1, database.count("SELECT count(*) " + mine + AuditAction.CREATE + "'"));
        assertEquals(1, database.count("SELECT count(*) " + mine + AuditAction.DELETE + "'"));
        assertEquals(
                0, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%" + begun.secret() + "%'"));
    }
}
