/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Wrong passwords lock a login, on all nodes, and nobody out who is known. */
@Shows("X2")
public class LockOutTest extends OnBothDatabases {
    private static final char[] RIGHT = "correct horse battery".toCharArray();
    private static final char[] WRONG = "staple staple staple".toCharArray();

    private final SetClock clock = new SetClock();
    private SignInService node;
    private SignInService otherNode;
    private PeopleDesk desk;
    private CallContext admin;
    private PersonDetails rita;

    @Before
    public void people() {
        new FirstAdministrator(unitOfWork, new String(RIGHT));
        node = signIn(clock);
        otherNode = signIn(clock);
        desk = new PeopleDeskService(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())), lockOut(clock));
        admin = CallContext.of(node.byLogin("admin").orElseThrow(), Source.REST);
        rita = desk.create(admin, new NewPerson("rita", "Rita", Set.of(Role.READ_ONLY)), null, RIGHT)
                .person();
    }

    private void guess(SignInService at, String login, int times) {
        for (int i = 0; i < times; i++) {
            assertFalse(at.byPassword(login, WRONG).isPresent());
        }
    }

    private Instant lock() {
        return desk.get(admin, rita.id()).lockedUntil();
    }

    @Test
    public void aLoginIsLockedOnAllNodesForATimeThatDoubles() {
        guess(node, "rita", 1);
        guess(otherNode, "Rita", 1);
        assertNull(lock());
        guess(node, "RITA", 1);
        assertEquals(clock.instant().plusSeconds(60), lock());
        assertFalse(node.byPassword("rita", RIGHT).isPresent());
        assertFalse(otherNode.byPassword("rita", RIGHT).isPresent());
        assertTrue("others go on", otherNode.byPassword("admin", RIGHT).isPresent());

        // wrong ones in the meantime do not make it longer
        guess(node, "rita", 1);
        for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertEquals(clock.instant().plus(Duration.ofMinutes(minutes)), lock());
            clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
            assertFalse(otherNode.byPassword("rita", RIGHT).isPresent());
            clock.advance(Duration.ofSeconds(1));
            assertNull(lock());
            guess(otherNode, "rita", 1);
        }
    }

    @Test
    public void theRightPasswordBehindTheTimeBeginsAnew() {
        guess(node, "rita", 3);
        clock.advance(Duration.ofMinutes(1));
        assertTrue(node.byPassword("rita", RIGHT).isPresent());
        guess(node, "rita", 2);
        assertNull(lock());
        guess(node, "rita", 1);
        assertEquals(clock.instant().plusSeconds(60), lock());
    }

    @Test
    public void whatWasLongAgoDoesNotCount() {
        guess(node, "rita", 2);
        clock.advance(Duration.ofHours(25));
        guess(node, "rita", 2);
        assertNull(lock());
    }

    @Test
    public void whoIsKnownGoesOnWhileOthersGuess() {
        assertTrue(node.byPassword("rita", RIGHT).isPresent());
        guess(node, "rita", 4);
        assertTrue(node.byPassword("rita", RIGHT).isPresent());
        assertEquals("going on does not lift it", clock.instant().plusSeconds(60), lock());
        assertFalse(
                "a node that does not know it",
                otherNode.byPassword("rita", RIGHT).isPresent());
    }

    @Test
    public void guessingAtALockedLoginIsNoFasterAndTellsNothing() {
        guess(node, "rita", 3);
        guess(node, "nobody", 3);
        for (Object[] one : new Object[][] {{"rita", RIGHT}, {"rita", WRONG}, {"nobody", WRONG}}) {
            long begun = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertFalse(node.byPassword((String) one[0], (char[]) one[1]).isPresent());
            }
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertTrue(one[0] + " took " + took, took > 50);
        }
    }

    @Test
    public void loginsOfNobodyFillNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            guess(node, "nobody" + i, 1);
        }
        long rows = database.count("SELECT count(*) FROM wrong_password");
        assertTrue("" + rows, rows <= 5);
        assertEquals(
                "places of a fixed number, and no login",
                rows,
                database.count("SELECT count(*) FROM wrong_password WHERE CAST(subject AS VARCHAR(36)) LIKE"
                        + " '00000000-0000-0000-0000-00000000%'"));
    }

    @Test
    public void aLockCoversTheChangeOfOnesPasswordToo() {
        CallContext caller = CallContext.of(node.byLogin("rita").orElseThrow(), Source.REST);
        for (int i = 0; i < 3; i++) {
            assertViolations(
                    List.of("current wrong_password"),
                    () -> node.changeOwnPassword(caller, WRONG, "a new one, long enough".toCharArray()));
        }
        KontorException refusal = assertThrows(
                KontorException.class,
                () -> node.changeOwnPassword(caller, RIGHT, "a new one, long enough".toCharArray()));
        assertEquals(ErrorCode.INVALID_INPUT, refusal.code());
    }

    @Test
    @Shows({"X2", "U1"})
    public void anAdministratorLiftsIt() throws Exception {
        guess(node, "rita", 3);
        assertEquals(
                clock.instant().plusSeconds(60),
                desk.find(admin, new PeopleQuery("rita", null, null, 1, null))
                        .items()
                        .get(0)
                        .lockedUntil());
        assertNull(desk.unlock(admin, rita.id()).lockedUntil());
        assertTrue(otherNode.byPassword("rita", RIGHT).isPresent());
        assertEquals(1, database.count("SELECT count(*) FROM audit_value WHERE changes LIKE '%lockedUntil%'"));

        guess(node, "rita", 3);
        char[] made = desk.setPassword(admin, rita.id(), null).password();
        assertTrue(node.byPassword("rita", made).isPresent());
    }

    @Test
    public void guessesAtOnceAreAllCounted() throws Exception {
        int threads = 8;
        CyclicBarrier barrier = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            SignInService at = i % 2 == 0 ? node : otherNode;
            executor.submit(() -> {
                barrier.await();
                guess(at, "rita", 2);
                return null;
            });
        }
        executor.shutdown();
        assertTrue(executor.awaitTermination(60, TimeUnit.SECONDS));
        long counted = database.count("SELECT max(in_a_row) FROM wrong_password");
        // two at once on each of two nodes may be under way when the third is counted
        assertTrue("" + counted, counted >= 3 && counted <= 6);
    }
}
