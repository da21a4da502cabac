/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PasswordLinks;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PasswordLinkService;
import org.kontor.core.record.Cursors;
import org.kontor.mail.MailMessage;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Mails go out once each, whatever fails, restarts or sends beside. */
@Shows({"P2", "P4"})
public class MailQueueTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    private InvitationDesk invitations;
    private PasswordLinks links;
    private LetterBox letters;
    private CallContext admin;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        invitations = new InvitationDesk(unitOfWork, new Cursors(new JpaServerSecrets(database.factory())));
        links = new PasswordLinkService(unitOfWork, Runnable::run, Clock.systemUTC());
        letters = new LetterBox(unitOfWork, ME);
        admin = CallContext.of(signIn(Clock.systemUTC()).byLogin("admin").orElseThrow(), Source.REST);
    }

    private Invitation invite(String name) {
        return invitations.invite(
                admin, new NewInvitation(null, name, name + "@example.com", Set.of(Role.READ_ONLY), null, false));
    }

    private Invitation now(Invitation invitation) {
        return invitations.find(admin, new InvitationQuery(null, 200, null)).items().stream()
                .filter(one -> one.id().equals(invitation.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void twoNodesNeverSendTheSameMail() throws Exception {
        for (int i = 0; i < 30; i++) {
            invite("p" + i);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(nodes.submit(() -> {
                    together.await();
                    letters.node().send(() -> true);
                    letters.node().send(() -> true);
                    return null;
                }));
            }
            for (Future<?> node : running) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        letters.turn();
        assertEquals(30, letters.taken.size());
        Set<Object> ids = new HashSet<>();
        letters.taken.forEach(mail -> ids.add(mail.id()));
        assertEquals(30, ids.size());
    }

    @Test
    public void aServerThatIsDownDelaysAndFailsNoCall() {
        letters.down = true;
        Invitation invited = invite("rita");
        letters.turn();
        letters.turn();
        assertEquals("not at once again", 1, letters.offered.size());
        assertEquals(InvitationState.QUEUED, now(invited).state());
        assertEquals("The mail server is down.", now(invited).problem());
        letters.advance(Duration.ofMinutes(1));
        letters.turn();
        letters.advance(Duration.ofSeconds(40));
        letters.turn();
        assertEquals("ever more seldom", 2, letters.offered.size());
        letters.down = false;
        letters.advance(Duration.ofHours(1));
        letters.turn();
        assertEquals(InvitationState.SENT, now(invited).state());
        assertEquals(null, now(invited).problem());
        Set<Object> ids = new HashSet<>();
        letters.offered.forEach(mail -> ids.add(mail.id()));
        assertEquals("one Message-ID for all tries", 1, ids.size());
        for (MailMessage tried : letters.offered) {
            assertEquals("whichever arrived", PasswordLinks.State.OPEN, links.look(tried.text()));
        }
        assertEquals(
                PasswordLinks.State.OPEN,
                links.setPassword(letters.offered.get(0).text(), PASSWORD));
        assertEquals(
                "all tries are one link",
                PasswordLinks.State.OVER,
                links.look(letters.offered.get(2).text()));
    }

    @Test
    public void whatNobodyTakesForDaysFails() {
        letters.down = true;
        Invitation invited = invite("rita");
        for (int hour = 0; hour < 74; hour++) {
            letters.turn();
            letters.advance(Duration.ofHours(1));
        }
        assertEquals(InvitationState.FAILED, now(invited).state());
        assertEquals("The mail server is down.", now(invited).problem());
        letters.down = false;
        letters.turn();
        assertEquals(0, letters.taken.size());
        invitations.resend(admin, invited.id());
        letters.turn();
        assertEquals(1, letters.taken.size());
    }

    @Test
    public void anAddressThatIsNoneFailsAtOnce() {
        letters.refusing = true;
        Invitation invited = invite("rita");
        letters.turn();
        assertEquals(InvitationState.FAILED, now(invited).state());
        assertTrue(now(invited).problem(), now(invited).problem().contains("No such user"));
    }

    @Test
    public void aRestartLosesNothing() {
        Invitation invited = invite("rita");
        letters.meanwhile = () -> {
            throw new KilledError();
        };
        assertThrows(KilledError.class, letters::turn);
        letters.turn();
        assertEquals("it may still be on its way", 0, letters.taken.size());
        letters.advance(Duration.ofMinutes(11));
        letters.turn();
        assertEquals(1, letters.taken.size());
        assertEquals(InvitationState.SENT, now(invited).state());
    }

    /** What a kill looks like to those who see it. */
    private static final class KilledError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    public void whatWasSentAnewMeanwhileStays() {
        Invitation invited = invite("rita");
        letters.meanwhile = () -> invitations.resend(admin, invited.id());
        letters.turn();
        assertEquals(
                "the one on its way came too late",
                PasswordLinks.State.OVER,
                links.look(letters.secrets().get(0)));
        assertEquals(InvitationState.QUEUED, now(invited).state());
        assertEquals(PasswordLinks.State.OPEN, links.look(letters.secret()));
        assertEquals(InvitationState.SENT, now(invited).state());
    }

    @Test
    public void whatIsRevokedBeforeItGoesOutNeverDoes() throws Exception {
        Invitation invited = invite("rita");
        invitations.revoke(admin, invited.id());
        letters.turn();
        assertEquals(0, letters.offered.size());
        assertEquals(InvitationState.REVOKED, now(invited).state());
        assertEquals(0, database.count("SELECT count(*) FROM password_link_secret"));
    }

    @Test
    public void aCallThatIsRefusedSendsNothing() throws Exception {
        invite("rita");
        assertViolations(List.of("email taken"), () -> invite("rita"));
        letters.turn();
        assertEquals(1, letters.taken.size());
        assertEquals(1, database.count("SELECT count(*) FROM mail"));
    }

    @Test
    public void oldOnesAreForgottenButForInvitations() throws Exception {
        Invitation invited = invite("rita");
        links.setPassword(letters.secret(), PASSWORD);
        invitations.sendPasswordInstructions(admin, invited.person(), null);
        letters.turn();
        database.run("UPDATE mail SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        database.run("UPDATE password_link SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        unitOfWork.write(ME, transaction -> {
            transaction.links().forget(Instant.parse("2026-02-01T00:00:00Z"));
            transaction.mails().forget(Instant.parse("2026-02-01T00:00:00Z"));
            return null;
        });
        assertEquals(1, database.count("SELECT count(*) FROM mail"));
        assertEquals(1, database.count("SELECT count(*) FROM password_link"));
        assertEquals(InvitationState.ACCEPTED, now(invited).state());
    }
}
