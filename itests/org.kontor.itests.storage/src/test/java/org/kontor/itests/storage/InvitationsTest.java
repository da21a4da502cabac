/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.Before;
import org.junit.Test;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.InvitationState;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.NewInvitation;
import org.kontor.api.people.PasswordLinks;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.api.record.Page;
import org.kontor.core.people.FirstAdministrator;
import org.kontor.core.people.InvitationDesk;
import org.kontor.core.people.PasswordLinkService;
import org.kontor.core.people.PeopleDeskService;
import org.kontor.core.people.SignInService;
import org.kontor.core.record.Cursors;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Invitations and the links of them. */
@Shows({"P2", "P4", "X2"})
public class InvitationsTest extends OnBothDatabases {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final char[] OTHER = "another long password".toCharArray();

    private SignInService signIn;
    private PeopleDeskService people;
    private Invitations invitations;
    private PasswordLinks links;
    private LetterBox letters;
    private CallContext admin;

    @Before
    public void administrator() {
        new FirstAdministrator(unitOfWork, new String(PASSWORD));
        signIn = signIn(Clock.systemUTC());
        Cursors cursors = new Cursors(new JpaServerSecrets(database.factory()));
        people = new PeopleDeskService(unitOfWork, cursors, lockOut(Clock.systemUTC()));
        invitations = new InvitationDesk(unitOfWork, cursors);
        links = new PasswordLinkService(unitOfWork, Runnable::run, Clock.systemUTC());
        letters = new LetterBox(unitOfWork, ME);
        admin = CallContext.of(signIn.byLogin("admin").orElseThrow(), Source.REST);
    }

    private static NewInvitation to(String name) {
        return new NewInvitation(null, "Name of " + name, name + "@example.com", Set.of(Role.READ_ONLY), null, false);
    }

    private Invitation invite(String name) {
        return invitations.invite(admin, to(name));
    }

    private Invitation now(Invitation invitation) {
        return invitations.find(admin, new InvitationQuery(null, 200, null)).items().stream()
                .filter(one -> one.id().equals(invitation.id()))
                .findFirst()
                .orElseThrow();
    }

    private InvitationState state(Invitation invitation) {
        return now(invitation).state();
    }

    private boolean comesIn(String name, char[] password) {
        return signIn.byPassword(name + "@example.com", password).isPresent();
    }

    @Test
    public void fromTheInvitationToTheFirstSignIn() throws Exception {
        Invitation invited = invite("rita");
        assertEquals(InvitationState.QUEUED, invited.state());
        assertEquals("rita@example.com", invited.login());
        assertEquals("admin", invited.invitedBy());
        assertNull(invited.sent());
        String secret = letters.secret();
        assertTrue(secret, secret.matches("[A-Za-z0-9_-]{43}"));
        assertEquals(InvitationState.SENT, state(invited));
        assertNotNull(now(invited).sent());
        assertEquals(
                72,
                Duration.between(now(invited).sent(), now(invited).expires()).toHours());

        assertEquals("to open it does not use it up", PasswordLinks.State.OPEN, links.look(secret));
        assertEquals(PasswordLinks.State.OPEN, links.look(secret));
        assertViolations(List.of("password out_of_range"), () -> links.setPassword(secret, "short".toCharArray()));
        assertFalse(comesIn("rita", "short".toCharArray()));
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(secret, PASSWORD));
        assertTrue(comesIn("rita", PASSWORD));
        assertEquals(InvitationState.ACCEPTED, state(invited));
        assertNotNull(now(invited).ended());

        assertEquals("once", PasswordLinks.State.OVER, links.setPassword(secret, OTHER));
        assertEquals(PasswordLinks.State.OVER, links.look(secret));
        assertTrue(comesIn("rita", PASSWORD));
        assertViolations(List.of("state accepted"), () -> invitations.resend(admin, invited.id()));
        assertEquals(
                InvitationState.ACCEPTED,
                invitations.revoke(admin, invited.id()).state());
        assertTrue(comesIn("rita", PASSWORD));
    }

    @Test
    @Shows("U1")
    public void noSecretStandsAnywhereAndAllIsAudited() throws Exception {
        Invitation invited = invite("rita");
        assertEquals("made when it goes out", 0, database.count("SELECT count(*) FROM password_link_secret"));
        String secret = letters.secret();
        for (String column : List.of(
                "SELECT count(*) FROM password_link_secret WHERE hash LIKE '%S%'",
                "SELECT count(*) FROM mail WHERE details LIKE '%S%' OR error LIKE '%S%'",
                "SELECT count(*) FROM audit_value WHERE changes LIKE '%S%'")) {
            assertEquals(column, 0, database.count(column.replace("S%", secret + "%")));
        }
        String audited = "SELECT count(*) FROM audit_entry e JOIN audit_value v ON v.entry_id = e.id"
                + " WHERE e.record_type = 'person' AND v.changes LIKE '%";
        assertEquals(1, database.count(audited + "\"invitation\"%QUEUED%' AND e.action = 'CREATE'"));
        assertEquals(
                "no password yet",
                0,
                database.count(
                        audited + "(set)%' AND e.actor = 'admin'" + " AND e.record_id = '" + invited.person() + "'"));
        invitations.revoke(admin, invited.id());
        assertEquals(1, database.count(audited + "\"invitation\"%SENT%REVOKED%'"));
        invitations.resend(admin, invited.id());
        assertEquals(1, database.count(audited + "\"invitation\"%REVOKED%QUEUED%'"));
        links.setPassword(letters.secret(), PASSWORD);
        assertEquals(
                1, database.count(audited + "(changed)%' AND e.actor = 'rita@example.com' AND e.source = 'CONSOLE'"));
        invitations.sendPasswordInstructions(admin, invited.person(), null);
        assertEquals(1, database.count(audited + "\"passwordLink\"%QUEUED%'"));
    }

    @Test
    public void laterWaitsUntilItIsSent() {
        Invitation invited = invitations.invite(
                admin, new NewInvitation("rita", "Rita", "rita@example.com", Set.of(Role.BILLING), "fr", true));
        letters.turn();
        assertEquals(List.of(), letters.secrets());
        assertEquals(InvitationState.WAITING, state(invited));
        assertEquals(
                InvitationState.QUEUED, invitations.resend(admin, invited.id()).state());
        assertEquals(PasswordLinks.State.OPEN, links.look(letters.secret()));
    }

    @Test
    public void aLinkEndsWhenItIsSentAgainRevokedOrExpired() throws Exception {
        Invitation invited = invite("rita");
        String first = letters.secret();
        invitations.resend(admin, invited.id());
        assertEquals("at once", PasswordLinks.State.OVER, links.look(first));
        String second = letters.secret();
        assertEquals(PasswordLinks.State.OVER, links.setPassword(first, PASSWORD));
        assertEquals(PasswordLinks.State.OPEN, links.look(second));
        assertEquals(
                InvitationState.REVOKED, invitations.revoke(admin, invited.id()).state());
        assertEquals(PasswordLinks.State.OVER, links.setPassword(second, PASSWORD));
        invitations.resend(admin, invited.id());
        String third = letters.secret();
        assertEquals("not that from before", PasswordLinks.State.OVER, links.look(second));
        database.run("UPDATE password_link SET expires_at = CURRENT_TIMESTAMP");
        assertEquals(PasswordLinks.State.OVER, links.setPassword(third, PASSWORD));
        assertEquals(InvitationState.EXPIRED, state(invited));
        assertFalse(comesIn("rita", PASSWORD));
        assertEquals(
                List.of(invited.id()),
                invitations.find(admin, new InvitationQuery(InvitationState.EXPIRED, 10, null)).items().stream()
                        .map(Invitation::id)
                        .toList());
        assertEquals(
                0,
                invitations
                        .find(admin, new InvitationQuery(InvitationState.SENT, 10, null))
                        .items()
                        .size());
    }

    @Test
    public void whatIsNoLinkIsUnknown() {
        invite("rita");
        String secret = letters.secret();
        String other = secret.substring(0, 42) + (secret.endsWith("A") ? "Q" : "A");
        for (String wrong : new String[] {"", other, secret + "A", secret + "\0", "é".repeat(43), "' OR 1=1 --"}) {
            assertEquals(wrong, PasswordLinks.State.UNKNOWN, links.look(wrong));
            assertEquals(wrong, PasswordLinks.State.UNKNOWN, links.setPassword(wrong, PASSWORD));
        }
        assertEquals(PasswordLinks.State.OPEN, links.look(secret));
    }

    @Test
    public void twoWhoUseItAtOnceSetItOnce() throws Exception {
        invite("rita");
        String secret = letters.secret();
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<PasswordLinks.State>> tries = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                char[] password = ("password of number " + i).toCharArray();
                tries.add(threads.submit(() -> {
                    together.await();
                    return links.setPassword(secret, password);
                }));
            }
            int set = 0;
            for (int i = 0; i < 3; i++) {
                boolean mine = tries.get(i).get() == PasswordLinks.State.OPEN;
                set += mine ? 1 : 0;
                assertEquals(mine, comesIn("rita", ("password of number " + i).toCharArray()));
            }
            assertEquals(1, set);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void aNewPasswordAndANewAddressEndWhatWasMailed() {
        Invitation invited = invite("rita");
        String toTheWrong = letters.secret();
        PersonDetails rita = people.get(admin, invited.person());
        people.change(admin, rita.id(), rita.version(), new PersonEdit(null, "right@example.com", null));
        assertEquals(PasswordLinks.State.OVER, links.look(toTheWrong));
        assertEquals(InvitationState.REVOKED, state(invited));
        assertEquals(
                "right@example.com", invitations.resend(admin, invited.id()).email());
        letters.turn();
        assertEquals("right@example.com", letters.taken.get(0).to().get(0).address());
        String right = letters.secrets().get(0);

        invitations.sendPasswordInstructions(admin, rita.id(), null);
        String instructions = letters.secret();
        assertEquals("both count", PasswordLinks.State.OPEN, links.look(right));
        people.setPassword(admin, rita.id(), PASSWORD);
        assertEquals(PasswordLinks.State.OVER, links.look(right));
        assertEquals(PasswordLinks.State.OVER, links.look(instructions));
        assertEquals(InvitationState.ACCEPTED, state(invited));
    }

    @Test
    public void instructionsSetANewPassword() {
        Invitation invited = invite("rita");
        links.setPassword(letters.secret(), PASSWORD);
        invitations.sendPasswordInstructions(admin, invited.person(), "fr");
        String first = letters.secret();
        invitations.sendPasswordInstructions(admin, invited.person(), null);
        String second = letters.secret();
        assertTrue("the old one counts", comesIn("rita", PASSWORD));
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(second, OTHER));
        assertFalse(comesIn("rita", PASSWORD));
        assertTrue(comesIn("rita", OTHER));
        assertEquals("all others end", PasswordLinks.State.OVER, links.setPassword(first, PASSWORD));

        people.setDisabled(admin, invited.person(), null, true);
        assertViolations(
                List.of("login disabled"), () -> invitations.sendPasswordInstructions(admin, invited.person(), null));
        UUID programId = people.get(admin, admin.actor().id()).id();
        assertViolations(List.of("email required"), () -> invitations.sendPasswordInstructions(admin, programId, null));
        assertRefused(ErrorCode.NOT_FOUND, () -> invitations.sendPasswordInstructions(admin, UUID.randomUUID(), null));
    }

    @Test
    public void somebodyDisabledCannotUseALink() {
        Invitation invited = invite("rita");
        String secret = letters.secret();
        people.setDisabled(admin, invited.person(), null, true);
        assertEquals(PasswordLinks.State.OVER, links.setPassword(secret, PASSWORD));
        links.forgotten("rita@example.com", "en");
        letters.turn();
        assertEquals(List.of(), letters.secrets());
    }

    @Test
    public void whoForgotGetsAFewMailsAndNobodyElseAny() throws Exception {
        Invitation invited = invite("rita");
        links.setPassword(letters.secret(), PASSWORD);
        for (int i = 0; i < 10; i++) {
            links.forgotten("RITA@example.com", "fr");
        }
        for (String nobody : new String[] {"nobody@example.com", "not an address", "", "a\0b@example.com", "a\nb"}) {
            links.forgotten(nobody, "en");
        }
        letters.turn();
        List<String> secrets = letters.secrets();
        assertEquals(3, secrets.size());
        database.run("UPDATE password_link SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'");
        links.forgotten("rita@example.com", null);
        assertEquals(PasswordLinks.State.OPEN, links.setPassword(letters.secret(), OTHER));
        assertEquals(PasswordLinks.State.OVER, links.look(secrets.get(0)));
        assertTrue(comesIn("rita", OTHER));
        assertEquals(InvitationState.ACCEPTED, state(invited));
    }

    @Test
    @Shows({"P6", "P7"})
    public void whoMayInviteWhom() {
        CallContext reader = caller("reader", Role.READ_ONLY);
        Invitation invited = invite("rita");
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.invite(reader, to("x")));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.find(reader, new InvitationQuery(null, 10, null)));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.resend(reader, invited.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.revoke(reader, invited.id()));
        assertRefused(
                ErrorCode.ACCESS_DENIED, () -> invitations.sendPasswordInstructions(reader, invited.person(), null));
        CallContext superAdmin = caller("super", Role.SUPER_ADMIN);
        NewInvitation operator =
                new NewInvitation(null, "O", "o@example.com", Set.of(Role.PLATFORM_OPERATOR), null, false);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.invite(superAdmin, operator));
        Invitation made = invitations.invite(admin, operator);
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.resend(superAdmin, made.id()));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> invitations.revoke(superAdmin, made.id()));
        assertRefused(
                ErrorCode.ACCESS_DENIED, () -> invitations.sendPasswordInstructions(superAdmin, made.person(), null));
        assertRefused(ErrorCode.NOT_FOUND, () -> invitations.resend(admin, UUID.randomUUID()));
        assertViolations(List.of("email taken"), () -> invite("RITA"));
        assertViolations(
                List.of("email taken"),
                () -> invitations.invite(
                        admin, new NewInvitation("b", "B", "Rita@Example.com", Set.of(Role.BILLING), null, false)));
    }

    @Test
    @Shows("V1")
    public void badInputIsToldAndNothingIsQueued() throws Exception {
        assertViolations(
                List.of("login format", "name required", "roles required", "email required"),
                () -> invitations.invite(admin, new NewInvitation(null, null, null, Set.of(), null, false)));
        assertViolations(
                List.of("language unknown_choice"),
                () -> invitations.invite(
                        admin, new NewInvitation(null, "A", "a@example.com", Set.of(Role.BILLING), "de", false)));
        for (String email :
                new String[] {"a@example.com\r\nBcc: b@example.com", "a\0@example.com", "a b@example.com"}) {
            assertEquals(
                    email,
                    "email",
                    assertThrows(
                                    KontorException.class,
                                    () -> invitations.invite(
                                            admin,
                                            new NewInvitation("a", "A", email, Set.of(Role.BILLING), null, false)))
                            .violations()
                            .get(0)
                            .field());
        }
        assertViolations(
                List.of("name control_character"),
                () -> invitations.invite(
                        admin,
                        new NewInvitation(null, "A\r\nBcc: b", "a@example.com", Set.of(Role.BILLING), null, false)));
        assertEquals(0, database.count("SELECT count(*) FROM mail"));
        assertEquals(1, database.count("SELECT count(*) FROM person"));
    }

    @Test
    public void theListIsPagedNewestFirst() {
        for (String name : new String[] {"a", "b", "c"}) {
            invite(name);
        }
        Page<Invitation> first = invitations.find(admin, new InvitationQuery(InvitationState.QUEUED, 2, null));
        assertEquals(
                List.of("c@example.com", "b@example.com"),
                first.items().stream().map(Invitation::login).toList());
        Page<Invitation> second = invitations.find(admin, new InvitationQuery(InvitationState.QUEUED, 2, first.next()));
        assertEquals(
                List.of("a@example.com"),
                second.items().stream().map(Invitation::login).toList());
        assertNull(second.next());
        assertRefused(
                ErrorCode.INVALID_CURSOR, () -> invitations.find(admin, new InvitationQuery(null, 2, first.next())));
    }
}
